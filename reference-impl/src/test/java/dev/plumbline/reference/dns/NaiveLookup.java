package dev.plumbline.reference.dns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a zone says about a name, from the definitions and a flat list of records: nothing is remembered, and all is searched
 * each time. Names are texts in small letters.
 */
final class NaiveLookup {
    private final String apex;
    private final List<Rec> records;

    NaiveLookup(String apex, List<Rec> records) {
        this.apex = apex;
        this.records = records;
    }

    /** A record; {@code data} is a name for NS and CNAME. */
    record Rec(String owner, String type, String data) {
        @Override
        public String toString() {
            return owner + " 60 IN " + type + " " + data;
        }
    }

    /** The outcome in a word, and the records of the answer section. */
    record Outcome(String kind, List<String> answers) {}

    Outcome ask(String name, String type) {
        List<String> answers = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        String at = name;
        while (true) {
            asked.add(at);
            if (referral(at).isPresent()) {
                return new Outcome("referral", answers);
            }
            Optional<String> node = source(at);
            if (node.isEmpty()) {
                return new Outcome("no such name", answers);
            }
            String owner = at;
            List<Rec> here = at(node.get());
            Optional<Rec> alias =
                    here.stream().filter(r -> r.type().equals("CNAME")).findFirst();
            if (alias.isEmpty() || type.equals("CNAME")) {
                List<Rec> found =
                        here.stream().filter(r -> r.type().equals(type)).toList();
                found.forEach(r -> answers.add(new Rec(owner, r.type(), r.data()).toString()));
                return new Outcome(found.isEmpty() ? "no data" : "found", answers);
            }
            answers.add(new Rec(owner, "CNAME", alias.get().data()).toString());
            at = alias.get().data();
            if (asked.contains(at) || !below(at, apex)) {
                return new Outcome("found", answers);
            }
        }
    }

    /** An owner of NS records at or above the name, but not the apex (RFC 1034 section 4.2). */
    private Optional<Rec> referral(String name) {
        return records.stream()
                .filter(r -> r.type().equals("NS") && !r.owner().equals(apex) && below(name, r.owner()))
                .findFirst();
    }

    /** The name itself if it is there; else the wildcard at the closest name above that is (RFC 4592 section 3.3.1). */
    private Optional<String> source(String name) {
        if (exists(name)) {
            return Optional.of(name);
        }
        String encloser = Stream.concat(Stream.of(apex), records.stream().flatMap(r -> upTo(r.owner())))
                .filter(n -> below(name, n))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return Optional.of("*." + encloser).filter(this::exists);
    }

    /** RFC 4592 section 2.2.2: a name is there if it or one below it has a record. */
    private boolean exists(String name) {
        return name.equals(apex) || records.stream().anyMatch(r -> below(r.owner(), name));
    }

    private List<Rec> at(String name) {
        return records.stream().filter(r -> r.owner().equals(name)).toList();
    }

    private Stream<String> upTo(String owner) {
        return Stream.iterate(owner, n -> !n.equals(apex), n -> n.substring(n.indexOf('.') + 1));
    }

    private static boolean below(String name, String ancestor) {
        return name.equals(ancestor) || name.endsWith("." + ancestor);
    }
}
