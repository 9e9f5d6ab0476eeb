package dev.plumbline.marking;

import dev.plumbline.mark.Course;
import dev.plumbline.mark.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what shards have found: what comes out is what one marking of all would have made. */
public final class Merger {
    private final List<MarkFolder> shards;
    private final MarkFolder out;

    /** What a shard has of a submission. */
    private record Part(MarkFolder shard, Journal.Entry entry) {}

    /** Of these folders. */
    public Merger(List<Path> shards, Path out) {
        this.shards = shards.stream()
                .map(path -> new MarkFolder(path.toAbsolutePath().normalize()))
                .toList();
        this.out = new MarkFolder(out.toAbsolutePath().normalize());
    }

    /**
     * Does it.
     *
     * @throws CannotMark if the shards are not of one marking, or something is missing
     */
    public Course merge() {
        try {
            Plan plan = plan();
            Map<String, Part> parts = new LinkedHashMap<>();
            for (MarkFolder shard : shards) {
                collect(shard, plan, parts);
            }
            requireAll(plan, parts.keySet());
            Files.createDirectories(out.path());
            try (Journal journal = Journal.open(out.journal())) {
                for (Part part : parts.values()) {
                    out.copy(part.entry().id(), part.shard());
                    journal.add(part.entry());
                }
            }
            Files.copy(shards.get(0).plan(), out.plan());
            return new Outputs(out, plan).write(plan.submissions());
        } catch (IOException e) {
            throw new CannotMark("the marks cannot be put together in " + out.path() + ": " + e, e);
        }
    }

    private Plan plan() throws IOException {
        if (Files.exists(out.plan())) {
            throw new CannotMark(out.path() + " has marks already; choose another with --out");
        }
        byte[] first = new byte[0];
        for (MarkFolder shard : shards) {
            if (!Files.isRegularFile(shard.plan())) {
                throw new CannotMark(shard.path() + " is no folder that a marking has left: it has no mark.json");
            }
            byte[] own = Files.readAllBytes(shard.plan());
            if (first.length > 0 && !Arrays.equals(first, own)) {
                throw new CannotMark(shard.path() + " is of another marking than "
                        + shards.get(0).path() + ": their mark.json differ");
            }
            first = own;
        }
        return Plan.read(shards.get(0).plan());
    }

    private static void collect(MarkFolder shard, Plan plan, Map<String, Part> parts) throws IOException {
        Map<String, Journal.Entry> done;
        try (Journal theirs = Journal.open(shard.journal())) {
            done = theirs.entries();
        }
        for (Submission each : plan.submissions()) {
            Journal.Entry entry = done.get(each.id());
            if (entry == null) {
                continue;
            }
            if (!entry.digest().equals(shard.digest(each.id()))) {
                throw new CannotMark("what " + shard.path() + " has of " + each.id() + " is not what was found");
            }
            Part other = parts.putIfAbsent(each.id(), new Part(shard, entry));
            if (other != null && !other.entry().digest().equals(entry.digest())) {
                throw new CannotMark("two of these folders have " + each.id() + ", and not the same of it");
            }
        }
    }

    private static void requireAll(Plan plan, Set<String> found) {
        List<String> missing = plan.submissions().stream()
                .map(Submission::id)
                .filter(id -> !found.contains(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotMark("none of these folders has " + String.join(", ", missing));
        }
    }
}
