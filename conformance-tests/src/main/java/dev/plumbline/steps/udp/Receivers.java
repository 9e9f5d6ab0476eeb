package dev.plumbline.steps.udp;

import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.List;
import net.jqwik.api.Arbitraries;

/** To which of the endpoint's applications datagrams are sent. */
public enum Receivers {
    /** There is one only. */
    IT("it") {
        @Override
        List<Port> ports(Trial t, List<Port> all) {
            return List.of(all.get(0));
        }
    },
    ONE("any one of them") {
        @Override
        List<Port> ports(Trial t, List<Port> all) {
            return List.of(t.draw("the port it is for", Arbitraries.of(all)));
        }
    },
    EACH("each of them, in any order") {
        @Override
        List<Port> ports(Trial t, List<Port> all) {
            return t.draw("the order of the datagrams", Any.order(all.size())).stream()
                    .map(all::get)
                    .toList();
        }
    },
    /** It stands for no port at all (RFC 6335 section 6). */
    NUMBER_ZERO("port 0") {
        @Override
        List<Port> ports(Trial t, List<Port> all) {
            return List.of(Port.ANY);
        }
    },
    /** A port that is nobody's. */
    NONE("any port that none of them has") {
        @Override
        List<Port> ports(Trial t, List<Port> all) {
            return List.of(t.draw("the port asked", Any.port().filter(port -> !all.contains(port))));
        }
    };

    private final String words;

    Receivers(String words) {
        this.words = words;
    }

    /** The ports that datagrams are sent to, of {@code all} that applications have. */
    abstract List<Port> ports(Trial t, List<Port> all);

    @Override
    public String toString() {
        return words;
    }
}
