package dev.plumbline.cli;

import java.util.List;

/** The suite of this build. */
final class ConformanceSuite implements Suite {

    @Override
    public void run(Options options, Listener listener) {
        throw missing();
    }

    @Override
    public List<StackRow> stacks() {
        throw missing();
    }

    @Override
    public List<RequirementRow> catalogue() {
        throw missing();
    }

    @Override
    public List<ScenarioRow> scenarios(String tags) {
        throw missing();
    }

    private static Refused missing() {
        return new Refused("This build holds no suite yet.");
    }
}
