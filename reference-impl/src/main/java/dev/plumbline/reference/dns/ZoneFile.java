package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.reference.dns.EntryScanner.Entry;
import dev.plumbline.reference.dns.EntryScanner.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a master file (RFC 1035 section 5.1), with {@code $TTL} (RFC 2308 section 4) and the form of RFC 3597 section 5. */
public final class ZoneFile {
    private static final String NUMBER = "\\d+";

    private final List<Numbered> records = new ArrayList<>();
    private DomainName origin = DomainName.ROOT;
    private OptionalLong statedDefault = OptionalLong.empty();
    private OptionalLong lastTtl = OptionalLong.empty();
    private @Nullable DomainName owner;

    private ZoneFile() {}

    private record Numbered(int line, ResourceRecord record) {}

    /**
     * The zone that a file holds. Names that are not absolute need an {@code $ORIGIN} before them, or are below the root.
     *
     * @throws IllegalArgumentException naming the line, what was expected there and what was found
     */
    public static Zone parse(String text) {
        ZoneFile file = new ZoneFile();
        for (Entry entry : EntryScanner.entries(text)) {
            atLine(entry.line(), () -> file.read(entry));
        }
        return file.zone();
    }

    private Zone zone() {
        Numbered soa = records.stream()
                .filter(r -> r.record().type().equals(RecordType.SOA))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected an SOA record, found none in the file"));
        Zone.Builder zone = new Zone.Builder(soa.record());
        records.stream().filter(r -> !r.equals(soa)).forEach(r -> atLine(r.line(), () -> zone.add(r.record())));
        return zone.build();
    }

    private void read(Entry entry) {
        EntryReader in = new EntryReader(entry.items(), origin);
        Item first = entry.items().get(0);
        if (!entry.startsWithBlank() && !first.string() && first.text().startsWith("$")) {
            directive(in);
        } else {
            records.add(new Numbered(entry.line(), resourceRecord(entry, in)));
        }
    }

    private void directive(EntryReader in) {
        String directive = in.word("a directive");
        switch (directive) {
            case "$ORIGIN" -> origin = in.name("an origin");
            case "$TTL" -> statedDefault = OptionalLong.of(in.number("a TTL", ResourceRecord.MAX_TTL));
            default -> throw new IllegalArgumentException("expected $ORIGIN or $TTL, found '" + directive + "'");
        }
        in.requireEnd();
    }

    private ResourceRecord resourceRecord(Entry entry, EntryReader in) {
        if (!entry.startsWithBlank()) {
            owner = in.name("an owner");
        }
        if (owner == null) {
            throw new IllegalArgumentException("expected an owner, found a blank and no record before");
        }
        // TTL and class come in either order.
        OptionalLong before = statedTtl(in);
        readClass(in);
        OptionalLong stated = before.isPresent() ? before : statedTtl(in);
        RecordType type = RecordType.parse(in.word("a record type"));
        if (type.isMeta()) {
            throw new IllegalArgumentException("expected a type that a record may have, found " + type);
        }
        return new ResourceRecord(owner, RecordClass.IN, ttl(stated), DataText.read(type, in));
    }

    private static OptionalLong statedTtl(EntryReader in) {
        return in.nextMatches(NUMBER)
                ? OptionalLong.of(in.number("a TTL", ResourceRecord.MAX_TTL))
                : OptionalLong.empty();
    }

    private static void readClass(EntryReader in) {
        if (in.nextMatches("(?i)IN|CH|HS|CLASS\\d+")) {
            RecordClass found = RecordClass.parse(in.word("a class"));
            if (!found.equals(RecordClass.IN)) {
                throw new IllegalArgumentException("expected class IN, found " + found);
            }
        }
    }

    /** Its own, or what {@code $TTL} says, or the last one stated (RFC 2308 section 4, RFC 1035 section 5.1). */
    private long ttl(OptionalLong stated) {
        if (stated.isPresent()) {
            lastTtl = stated;
            return stated.getAsLong();
        }
        OptionalLong ttl = statedDefault.isPresent() ? statedDefault : lastTtl;
        return ttl.orElseThrow(() -> new IllegalArgumentException("expected a TTL, found none here or before"));
    }

    private static void atLine(int line, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
        }
    }
}
