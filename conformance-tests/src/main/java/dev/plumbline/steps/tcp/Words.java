package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.TcpState;
import io.cucumber.java.ParameterType;
import java.util.Arrays;

/** The words' parameter types: a feature that uses one that does not exist has an undefined step. */
public final class Words {
    /** For Cucumber. */
    public Words() {}

    /** How a state is reached. */
    @ParameterType(Way.WORDS)
    public Way way(String words) {
        return find(Way.values(), words);
    }

    /** What arrives. */
    @ParameterType(SegmentKind.WORDS)
    public SegmentKind segment(String words) {
        return find(SegmentKind.values(), words);
    }

    /** Where it lies. */
    @ParameterType(Place.WORDS)
    public Place place(String words) {
        return find(Place.values(), words);
    }

    /** What it acknowledges. */
    @ParameterType(Acknowledging.WORDS)
    public Acknowledging acknowledging(String words) {
        return find(Acknowledging.values(), words);
    }

    /** The answers that the RFC allows. */
    @ParameterType(Answers.WORDS)
    public Answers answer(String words) {
        return Answers.of(words);
    }

    /** What the application is told. */
    @ParameterType(News.WORDS)
    public News told(String words) {
        return find(News.values(), words);
    }

    /** What the application asks for. */
    @ParameterType(Call.WORDS)
    public Call call(String words) {
        return find(Call.values(), words);
    }

    /** Where the connection is. */
    @ParameterType(
            "CLOSED|LISTEN|SYN-SENT|SYN-RECEIVED|ESTABLISHED|FIN-WAIT-1|FIN-WAIT-2|CLOSE-WAIT|CLOSING|LAST-ACK|TIME-WAIT")
    public TcpState state(String words) {
        return TcpState.valueOf(words.replace('-', '_'));
    }

    /** The one that is written so. */
    static <W> W find(W[] all, String words) {
        return Arrays.stream(all)
                .filter(word -> word.toString().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word: " + words));
    }
}
