package dev.plumbline.mutants;

import dev.plumbline.results.Outcome;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Has the suite judge the stack that a loader has loaded. */
final class Suite {
    private static final long SEED = 7;
    /** Nothing is written. */
    private static final Path NOWHERE = Path.of("");

    private Suite() {}

    /** Who watches. */
    interface Observer {
        /** A scenario begins. */
        void started(String id);

        /** It has ended; returns whether the next one is wanted. */
        boolean finished(String id, Outcome outcome);
    }

    /** Plays the scenarios that a tag expression selects, until the observer has seen enough. */
    static void play(MutantLoader loader, String tags, int tries, Observer observer) {
        String stack = MutantLocator.offer(loader);
        try {
            RunOptions options = new RunOptions(stack, tags, tries, SEED, NOWHERE, null, null, Detail.VERDICTS);
            ConformanceRun.run(options, new Watch(observer));
        } finally {
            MutantLocator.withdraw(stack);
        }
    }

    private static final class Watch implements RunListener {
        private final Observer observer;
        private boolean enough;

        Watch(Observer observer) {
            this.observer = observer;
        }

        @Override
        public void started(String id, String name) {
            if (enough) {
                throw new TestAbortedException("enough was seen");
            }
            observer.started(id);
        }

        @Override
        public void finished(String id, Outcome outcome) {
            if (!enough) {
                enough = !observer.finished(id, outcome);
            }
        }
    }
}
