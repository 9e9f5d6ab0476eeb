package dev.plumbline.steps.tcp;

import static dev.plumbline.steps.Vocabulary.find;

import io.cucumber.java.ParameterType;
import java.util.stream.Stream;

/** The words about the two streams of a connection: whose, how much, in which segments, and what becomes of them. */
public final class StreamWords {
    /** For Cucumber. */
    public StreamWords() {}

    /** Who does it. */
    @ParameterType("the endpoint's application|the endpoint|the peer's application|the peer")
    public Side side(String words) {
        return words.startsWith(Side.PEER.toString()) ? Side.PEER : Side.ENDPOINT;
    }

    /** What the peer's SYN says. */
    @ParameterType(Terms.WORDS)
    public Terms terms(String words) {
        return find(Terms.values(), words);
    }

    /** How much is sent. */
    @ParameterType(Amount.WORDS)
    public Amount amount(String words) {
        return find(Amount.values(), words);
    }

    /** In which segments. */
    @ParameterType(Manner.WORDS)
    public Manner manner(String words) {
        return find(Manner.values(), words);
    }

    /** What the endpoint sends. */
    @ParameterType(Sending.WORDS)
    public Sending sending(String words) {
        return find(Sending.values(), words);
    }

    /** How much of the peer's stream. */
    @ParameterType(Extent.WORDS)
    public Extent extent(String words) {
        return find(Extent.values(), words);
    }

    /** How soon. */
    @ParameterType(Soon.WORDS)
    public Soon soon(String words) {
        return find(Soon.values(), words);
    }

    /** How long. */
    @ParameterType(Spell.WORDS)
    public Spell spell(String words) {
        return find(Spell.values(), words);
    }

    /** What must not come. */
    @ParameterType(Misdeed.WORDS)
    public Misdeed misdeed(String words) {
        return find(Misdeed.values(), words);
    }

    /** What the peer does. */
    @ParameterType(DataDeed.WORDS
            + "|"
            + WindowDeed.WORDS
            + "|"
            + AckDeed.WORDS
            + "|"
            + IdleDeed.WORDS
            + "|"
            + UrgentDeed.WORDS
            + "|"
            + HandshakeDeed.WORDS
            + "|"
            + TalkDeed.WORDS
            + "|"
            + SackDeed.WORDS)
    public Deed deed(String words) {
        Deed[] all = Stream.of(
                        DataDeed.values(),
                        WindowDeed.values(),
                        AckDeed.values(),
                        IdleDeed.values(),
                        UrgentDeed.values(),
                        HandshakeDeed.values(),
                        TalkDeed.values(),
                        SackDeed.values())
                .flatMap(Stream::of)
                .toArray(Deed[]::new);
        return find(all, words);
    }

    /** What the network does to packets. */
    @ParameterType(Harm.WORDS)
    public Harm harm(String words) {
        return find(Harm.values(), words);
    }

    /** What the endpoint's application does. */
    @ParameterType(ApplicationDeed.WORDS)
    public ApplicationDeed doing(String words) {
        return find(ApplicationDeed.values(), words);
    }

    /** How the endpoint goes about it. */
    @ParameterType(WindowHabit.WORDS + "|" + PaceHabit.WORDS + "|" + TimerHabit.WORDS + "|" + NumberHabit.WORDS + "|"
            + ThriftHabit.WORDS + "|" + EcnHabit.WORDS + "|" + ReportHabit.WORDS + "|" + RepairHabit.WORDS + "|"
            + EchoHabit.WORDS + "|" + RecoveryHabit.WORDS)
    public Habit habit(String words) {
        Habit[] all = Stream.of(
                        WindowHabit.values(),
                        PaceHabit.values(),
                        TimerHabit.values(),
                        NumberHabit.values(),
                        ThriftHabit.values(),
                        EcnHabit.values(),
                        ReportHabit.values(),
                        RepairHabit.values(),
                        EchoHabit.values(),
                        RecoveryHabit.values())
                .flatMap(Stream::of)
                .toArray(Habit[]::new);
        return find(all, words);
    }

    /** What is true of every packet with data. */
    @ParameterType(Quality.WORDS)
    public Quality quality(String words) {
        return find(Quality.values(), words);
    }

    /** From which ports the endpoint's application connects. */
    @ParameterType(Sources.WORDS)
    public Sources sources(String words) {
        return find(Sources.values(), words);
    }

    /** Where it connects to. */
    @ParameterType(Servers.WORDS)
    public Servers servers(String words) {
        return find(Servers.values(), words);
    }

    /** What a SYN says. */
    @ParameterType(Announcement.WORDS)
    public Announcement announcement(String words) {
        return find(Announcement.values(), words);
    }

    /** Who connects to it. */
    @ParameterType(Clients.WORDS)
    public Clients clients(String words) {
        return find(Clients.values(), words);
    }
}
