package dev.plumbline.results;

/** The verdict on one requirement, the worst first. */
public enum Verdict {
    /** A MUST or a lesson is violated. */
    FAIL(Light.RED, "failed", "실패"),
    /** The program around the stack does not keep to the line protocol: says nothing about the stack. */
    ADAPTER(Light.RED, "adapter's mistake", "어댑터 오류"),
    /** The suite or an adapter of its own broke: says nothing about the stack. */
    SUITE_ERROR(Light.RED, "suite error", "검사 도구 오류"),
    /** A precondition was not reached. */
    INCONCLUSIVE(Light.RED, "inconclusive", "판정 불가"),
    /** The run ended before the requirement's scenarios did. */
    NOT_RUN(Light.RED, "not played", "실행 안 됨"),
    /** It is not kept, as the list of known deviations says. */
    LISTED(Light.GREEN, "known deviation", "알려진 차이"),
    /** A SHOULD is not followed. */
    DEVIATES(Light.GREEN, "deviates", "권고와 다름"),
    /** A MAY is absent. */
    NOT_DONE(Light.GREEN, "not done", "구현 안 함"),
    /** All scenarios that could judge it held. */
    PASS(Light.GREEN, "passed", "통과"),
    /** No scenario can see it on this stack. */
    NOT_OBSERVABLE(Light.GREY, "not observable", "관찰 불가"),
    /** The stack does not claim the capability. */
    NOT_CLAIMED(Light.GREY, "not claimed", "제공 안 함"),
    /** The run was told to leave its scenarios out, or has none. */
    NOT_SELECTED(Light.GREY, "not selected", "선택 안 함"),
    /** A law, and nothing happened in the scenarios of this run that it is about. */
    NO_OCCASION(Light.GREY, "nothing to judge here", "판정할 일이 없음"),
    /** The catalogue has it and says why the suite does not judge it. */
    LEFT_OUT(Light.GREY, "left out", "제외함"),
    /** The features declare no scenario. */
    NO_SCENARIO(Light.GREY, "no scenario yet", "시나리오 없음");

    /** What a verdict does to the verdict on the run. */
    public enum Light {
        /** The run cannot be a success. */
        RED,
        /** Judged, and allowed. */
        GREEN,
        /** Not judged. */
        GREY
    }

    private final Light light;
    private final String word;
    private final String korean;

    Verdict(Light light, String word, String korean) {
        this.light = light;
        this.word = word;
        this.korean = korean;
    }

    /** What this verdict does to the verdict on the run. */
    public Light light() {
        return light;
    }

    /** Whether something was judged to come to it. */
    public boolean isJudged() {
        return light != Light.GREY && this != NOT_RUN;
    }

    /** In words. */
    public String word() {
        return word;
    }

    /** In Korean. */
    public String korean() {
        return korean;
    }

    /** The verdict that a scenario's outcome gives a requirement of some level. */
    static Verdict of(Outcome outcome, Level level) {
        return switch (outcome) {
            case PASS -> PASS;
            case FAIL -> level.whenViolated();
            case LISTED -> LISTED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case ADAPTER -> ADAPTER;
            case SUITE_ERROR -> SUITE_ERROR;
            case NOT_CLAIMED -> NOT_CLAIMED;
            case NOT_OBSERVABLE -> NOT_OBSERVABLE;
        };
    }

    /** The worse of the two; judged is worse than not judged, so that grey remains only when nothing could tell. */
    Verdict worst(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
