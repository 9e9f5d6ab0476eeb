package dev.plumbline.results;

/** Where a scenario's files lie, seen from the folder of the results: who writes them and who reads them ask here. */
public final class ScenarioFiles {
    /** The label by which Allure's results name the scenario that they are of. */
    public static final String LABEL = "scenario";

    private ScenarioFiles() {}

    /** What crossed the wire in a scenario that failed, as a capture. */
    public static String capture(String scenario) {
        return "failures/" + name(scenario) + ".pcapng";
    }

    /** The same as a ladder diagram, with what is wrong marked. */
    public static String ladder(String scenario) {
        return "failures/" + name(scenario) + ".svg";
    }

    /** What crossed the wire in a scenario's first trial, as text. */
    public static String transcript(String scenario) {
        return "transcripts/" + name(scenario) + ".txt";
    }

    /** An id has slashes, and a scenario no folder of its own. */
    private static String name(String scenario) {
        return scenario.replace('/', '.');
    }
}
