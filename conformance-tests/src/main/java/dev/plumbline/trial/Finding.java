package dev.plumbline.trial;

import dev.plumbline.diagnosis.Comparison;
import dev.plumbline.diagnosis.Difference;
import dev.plumbline.text.Shown;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in one trial, in words for its reader.
 *
 * @param kind whose fault it is
 * @param headline one line: what happened
 * @param expected what would have been accepted
 * @param came what came instead
 * @param requirement the requirement that is violated, if it is another than the scenario's own
 * @param culprit the datagram that is wrong, if it is one that came
 * @param conclusive false if it only says that something did not come, came late or could not be read, so that another finding
 *     may explain more
 * @param comparison what was compared, as far as the headline or what came tells of two values that differ
 */
public record Finding(
        Kind kind,
        String headline,
        String expected,
        String came,
        @Nullable String requirement,
        @Nullable Octets culprit,
        boolean conclusive,
        Comparison comparison) {
    /** Whose fault a finding is. */
    public enum Kind {
        /** The stack does not do what the requirement says. */
        VIOLATION,
        /** The scenario's scene was not set: what it judges was never asked. */
        UNREACHED,
        /** The stack threw something. */
        CRASH,
        /** The stack did not come back from a call, or its program ended: as bad as a crash, and too dear to be repeated. */
        GONE,
        /** The program around the stack does not keep to the protocol that it speaks: says nothing about the stack. */
        ADAPTER,
        /** The suite or an adapter of its own broke. */
        SUITE_ERROR
    }

    /** Something came, and it was wrong. */
    public static Finding wrong(String headline, String expected, String came) {
        return new Finding(Kind.VIOLATION, headline, expected, came, null, null, true, Comparison.NONE);
    }

    /** What was expected did not come, or what came cannot be read. */
    public static Finding missing(String headline, String expected, String came) {
        return new Finding(Kind.VIOLATION, headline, expected, came, null, null, false, Comparison.NONE);
    }

    /** A law was broken. */
    public static Finding law(String requirement, String headline, String expected, String came) {
        return new Finding(Kind.VIOLATION, headline, expected, came, requirement, null, true, Comparison.NONE);
    }

    /** The stack broke down. */
    public static Finding crash(String headline, String came) {
        return new Finding(
                Kind.CRASH,
                headline,
                "that a stack takes any packet and any call, and comes back",
                came,
                null,
                null,
                true,
                Comparison.NONE);
    }

    /** The program that the stack runs in ended or hung. */
    public static Finding gone(String headline, String came) {
        return new Finding(
                Kind.GONE,
                headline,
                "that a stack takes any packet and any call, and comes back",
                came,
                null,
                null,
                true,
                Comparison.NONE);
    }

    /** The program around the stack said what it must not say, or kept silent when it should have spoken. */
    public static Finding adapter(String headline, String right, String came) {
        return new Finding(Kind.ADAPTER, headline, right, came, null, null, true, Comparison.NONE);
    }

    /** What the scenario judges was never asked, and that is all that can be said. */
    public static Finding unreached(String headline, String expected, String came) {
        return new Finding(Kind.UNREACHED, headline, expected, came, null, null, true, Comparison.NONE);
    }

    /** Nothing can be said of the stack, for the machine did not let it run. */
    public static Finding notItsFault(String headline, String detail) {
        return new Finding(
                Kind.SUITE_ERROR,
                headline,
                "that this machine lets a stack run",
                detail,
                null,
                null,
                true,
                Comparison.NONE);
    }

    /** What the machine may be to blame for each of so many times; but a stack that broke down has done so however late it was. */
    Finding tooLate(int times) {
        return isBreakdown()
                ? this
                : notItsFault(
                        "this machine had too much else to do: each of the " + times
                                + " times that this was played, something came late",
                        "The last time it looked as if " + headline);
    }

    /** The suite itself is at fault. */
    public static Finding suiteError(Throwable cause) {
        return new Finding(
                Kind.SUITE_ERROR,
                "this is a bug in plumbline or in the stack's adapter: " + cause,
                "that the suite can run its own scenario",
                stackTrace(cause),
                null,
                null,
                true,
                Comparison.NONE);
    }

    /** The same about this datagram, which is what is wrong. */
    public Finding about(Octets datagram) {
        return new Finding(kind, headline, expected, came, requirement, datagram, conclusive, comparison);
    }

    /** The same with what was compared. */
    public Finding comparing(Octets packet, List<Difference> differences) {
        return new Finding(
                kind, headline, expected, came, requirement, culprit, conclusive, new Comparison(packet, differences));
    }

    /** The same in other words. */
    public Finding headed(String words) {
        return new Finding(kind, words, expected, came, requirement, culprit, conclusive, comparison);
    }

    /** The same, but another requirement is what is violated. */
    public Finding violating(String other) {
        return new Finding(kind, headline, expected, came, other, culprit, conclusive, comparison);
    }

    /** The same in words that name a well-known mistake. */
    public Finding diagnosed(String words) {
        return new Finding(kind, words, expected, came, requirement, culprit, conclusive, comparison.byAKnownMistake());
    }

    /** The same for people: a stack's own words may be in it. Nearly all findings are dropped unread, so it is not done before. */
    Finding shown() {
        return new Finding(
                kind,
                Shown.lines(headline),
                Shown.lines(expected),
                Shown.lines(came),
                requirement,
                culprit,
                conclusive,
                comparison);
    }

    /** The same, with what happened besides. */
    Finding besides(String more) {
        return new Finding(kind, headline, expected, came + "\n" + more, requirement, culprit, conclusive, comparison);
    }

    /** The same, but anything that says more is to be told instead. */
    public Finding inconclusive() {
        return new Finding(kind, headline, expected, came, requirement, culprit, false, comparison);
    }

    /** The same, of a scene that was to be set: a violation of nothing that the scenario stands for. */
    Finding ofPrecondition() {
        boolean ownFault = kind != Kind.VIOLATION || requirement != null;
        return ownFault
                ? this
                : new Finding(Kind.UNREACHED, headline, expected, came, null, culprit, false, comparison);
    }

    /** Whether the stack threw, hung or ended. */
    public boolean isBreakdown() {
        return kind == Kind.CRASH || kind == Kind.GONE;
    }

    /** Whether nothing more can come of the program that the stack runs in. */
    boolean endsItsProgram() {
        return kind == Kind.GONE || kind == Kind.ADAPTER;
    }

    /** Whether another finding is the same for a shrinker: the same requirement broken by the same side. */
    boolean isLike(Finding other) {
        return kind == other.kind && Objects.equals(requirement, other.requirement);
    }

    /** The first lines of a stack trace. */
    public static String stackTrace(Throwable cause) {
        StringBuilder text = new StringBuilder(cause.toString());
        StackTraceElement[] trace = cause.getStackTrace();
        for (int i = 0; i < Math.min(8, trace.length); i++) {
            text.append("\n    at ").append(trace[i]);
        }
        return text.toString();
    }
}
