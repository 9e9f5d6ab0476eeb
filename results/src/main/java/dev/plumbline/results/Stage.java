package dev.plumbline.results;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stages of the way to a stack that keeps its requirements, in their order. The first seven are what a requirement is about, as the
 * catalogue says it of each row: the lesson is judged there. What the RFCs say beyond it is judged in the last two, whatever it is
 * about. The number of a stage is the level of a run: {@code --level 3} goes as far as the handshake.
 */
public enum Stage {
    /** Addresses, IP and ICMP: a packet comes and goes. */
    PACKETS("addresses and packets"),
    /** UDP, and the ports of both protocols. */
    UDP("UDP and ports", PACKETS),
    /** Segments, their headers, and how a connection comes about. */
    HANDSHAKE("the handshake", PACKETS),
    /** What is sent arrives, and nothing is sent that nobody takes. */
    DELIVERY("delivery", HANDSHAKE),
    /** What arrives early waits for its turn. */
    ORDER("order", DELIVERY),
    /** How a connection ends. */
    CLOSE("closing", DELIVERY),
    /** Names and addresses. */
    DNS("DNS", UDP),
    /** What an RFC says MUST. */
    RFC("what the RFCs demand", ORDER, CLOSE, DNS),
    /** What an RFC recommends or allows. */
    ADVANCED("what the RFCs recommend or allow", RFC);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // nothing is added to it
    private final List<Stage> foundations;

    Stage(String words, Stage... foundations) {
        this.words = words;
        this.foundations = List.of(foundations);
    }

    /** Those that a row of the catalogue can be about. */
    public static List<Stage> ofRows() {
        return Arrays.stream(values()).filter(stage -> stage.compareTo(RFC) < 0).toList();
    }

    /** What a scenario is about that stands for these rows: it needs all of them, so the last one decides. */
    public static Stage ofAll(Collection<Requirement> rows) {
        return rows.stream()
                .map(Requirement::stage)
                .max(Comparator.naturalOrder())
                .orElse(PACKETS);
    }

    /** Where a scenario is judged that stands for these rows: a row of the lesson in it makes it one of the lesson. */
    public Stage judgedIn(Collection<Requirement> rows) {
        Level level = rows.stream()
                .map(Requirement::level)
                .min(Comparator.naturalOrder())
                .orElse(Level.LESSON);
        return switch (level) {
            case LESSON -> this;
            case MUST -> RFC;
            case SHOULD, MAY -> ADVANCED;
        };
    }

    /** Whether nothing can be right here while the other one is all wrong. */
    public boolean standsOn(Stage other) {
        return foundations.stream().anyMatch(each -> each == other || each.standsOn(other));
    }

    /** Whether it is about what TCP does. */
    boolean isOfSegments() {
        return this == HANDSHAKE || (standsOn(HANDSHAKE) && compareTo(RFC) < 0);
    }

    /** From 1 for the first. */
    public int number() {
        return Arrays.asList(values()).indexOf(this) + 1;
    }

    /** As people call it. */
    public String words() {
        return words;
    }

    /** As {@code --tier} calls the run that goes as far as this, if it has a name there. */
    public Optional<String> tier() {
        return this == DNS
                ? Optional.of("lesson")
                : compareTo(DNS) > 0 ? Optional.of(name().toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
