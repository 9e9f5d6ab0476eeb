package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the suite what a resolver tells its application. */
record ResolutionVoice(GuestHost host, int question) implements ResolutionHandler {
    @Override
    public void found(List<Octets> data) {
        String words = data.stream()
                .map(octets -> octets.isEmpty() ? "-" : octets.toHex())
                .collect(Collectors.joining(" "));
        host.tell(Verb.RESOLVED, question, Field.Outcome.FOUND, words);
    }

    @Override
    public void noData() {
        host.tell(Verb.RESOLVED, question, Field.Outcome.NO_DATA, "");
    }

    @Override
    public void noSuchName() {
        host.tell(Verb.RESOLVED, question, Field.Outcome.NO_SUCH_NAME, "");
    }

    @Override
    public void failed() {
        host.tell(Verb.RESOLVED, question, Field.Outcome.FAILED, "");
    }
}
