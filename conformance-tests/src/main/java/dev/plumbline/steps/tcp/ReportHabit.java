package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** How the endpoint reports what has come beyond a gap (RFC 2018 sections 3 and 4), and what has come twice (RFC 2883 section 4). */
enum ReportHabit implements Habit {
    /** Who throws away what it has reported may leave out all but the segment itself (RFC 2018 section 8). */
    NEWEST_FIRST(
            "reports each of them in its first block, if it reports any",
            "a first block that the segment lies in which has triggered the acknowledgment (RFC 2018 section 4)",
            report -> !report.isEarly()
                    || report.blocks().isEmpty()
                    || (report.blocks().get(0).contains(report.segment())
                            && report.held().get(0).contains(report.blocks().get(0)))),
    /** While something is missing. */
    ALWAYS(
            "answers each of them with a report",
            "an acknowledgment with a SACK option for each segment beyond a gap (RFC 2018 section 4)",
            report -> !report.isEarly() || !report.blocks().isEmpty()),
    /** Nothing that lies beside a block has come. */
    WHOLE(
            "reports blocks that nothing touches",
            "blocks with something missing before and behind them (RFC 2018 section 3)",
            report -> report.held().containsAll(report.blocksOfHeld())),
    /** As many as there are, or fit. */
    MANY(
            "reports as many blocks as there is room for",
            "all blocks, or as many of them as fit into the option (RFC 2018 section 4)",
            report -> !report.isEarly()
                    || new HashSet<>(report.blocks()).size()
                            >= Math.min(report.room(), report.held().size())),
    /** So that each block is reported several times, one answer after the other. */
    LATEST(
            "reports again what it has reported last",
            "the blocks with the latest segments (RFC 2018 section 4)",
            report -> !report.isEarly()
                    || report.held()
                            .subList(
                                    0,
                                    Math.min(
                                            report.blocks().size(),
                                            report.held().size()))
                            .containsAll(report.blocks())),
    /** And of several parts the first one. */
    TWICE(
            "reports what has come twice in its first block",
            "a first block of exactly what has come twice, of several parts the first one (RFC 2883 sections 4 and 4.2)",
            report -> report.twice().isEmpty()
                    || (!report.blocks().isEmpty()
                            && report.blocks().get(0).equals(report.twice().get(0)))),
    /** So the sender can tell such a block from others (RFC 2883 section 5). */
    WITHIN(
            "reports the block that it belongs to in its second one",
            "a second block that what has come twice lies in, if that lies beyond a gap (RFC 2883 section 4, guideline (4))",
            report -> report.twice().isEmpty()
                    || report.held().stream()
                            .noneMatch(block -> block.contains(report.twice().get(0)))
                    || (report.blocks().size() > 1
                            && report.held().get(0).equals(report.blocks().get(1))));

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "reports each of them in its first block, if it reports any|answers each of them with a report"
                    + "|reports blocks that nothing touches|reports as many blocks as there is room for"
                    + "|reports again what it has reported last|reports what has come twice in its first block"
                    + "|reports the block that it belongs to in its second one";

    private final String words;
    private final String expected;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Predicate<SackReport> right;

    ReportHabit(String words, String expected, Predicate<SackReport> right) {
        this.words = words;
        this.expected = expected;
        this.right = right;
    }

    @Override
    public Expectation seen(Trial t) {
        return OneByOne.done(t);
    }

    @Override
    public void judge(Trial t) {
        List<SackReport> wrong =
                SackReport.all(t).stream().filter(right.negate()).toList();
        Habit.require(
                wrong.isEmpty(),
                "not so: the endpoint " + words,
                expected,
                wrong.isEmpty() ? "" : wrong.get(0).toString());
    }

    @Override
    public String toString() {
        return words;
    }
}
