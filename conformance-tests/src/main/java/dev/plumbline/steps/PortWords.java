package dev.plumbline.steps;

import io.cucumber.java.ParameterType;

/** The words for ports, whichever protocol they belong to. */
public final class PortWords {
    /** For Cucumber. */
    public PortWords() {}

    /** A port by its number, or by what it is in the trial. */
    @ParameterType("port \\d+|any port|the same port|the port asked|the port that asked")
    public NamedPort port(String words) {
        return NamedPort.of(words);
    }
}
