package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.Collections;
import java.util.List;

/** From which ports an application connects. */
public enum Sources {
    /** One of its choice. */
    ANY("any port") {
        @Override
        List<Port> draw(Trial t) {
            return List.of(t.put(Scene.ENDPOINT_PORT, t.draw(Scene.ENDPOINT_PORT, Any.clientPort())));
        }
    },
    /** Twice. */
    ANY_TWO("any two ports") {
        @Override
        List<Port> draw(Trial t) {
            return List.copyOf(t.draw("the two ports", Any.ports(2, 2)));
        }
    },
    /** Several times, and none of its choice. */
    CHOSEN("five ports of the stack's choice") {
        @Override
        List<Port> draw(Trial t) {
            return Collections.nCopies(Asking.A_FEW, Port.ANY);
        }
    },
    /** So many that who draws ports without a look at those in use draws one twice. */
    MANY_CHOSEN("a hundred and fifty ports of the stack's choice") {
        @Override
        List<Port> draw(Trial t) {
            return Collections.nCopies(150, Port.ANY);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "any port|any two ports|five ports of the stack's choice|a hundred and fifty ports of the stack's choice";

    private final String words;

    Sources(String words) {
        this.words = words;
    }

    /** One for each connection. */
    abstract List<Port> draw(Trial t);

    @Override
    public String toString() {
        return words;
    }
}
