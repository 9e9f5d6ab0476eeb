package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the suite what a resolver tells its application. */
record ResolutionVoice(Guest guest, int question) implements ResolutionHandler {
    @Override
    public void found(List<Octets> data) {
        String words = data.stream()
                .map(octets -> octets.isEmpty() ? "-" : octets.toHex())
                .collect(Collectors.joining(" "));
        guest.tell(Verb.RESOLVED, question, Field.Outcome.FOUND, words);
    }

    @Override
    public void noData() {
        guest.tell(Verb.RESOLVED, question, Field.Outcome.NO_DATA, "");
    }

    @Override
    public void noSuchName() {
        guest.tell(Verb.RESOLVED, question, Field.Outcome.NO_SUCH_NAME, "");
    }

    @Override
    public void failed() {
        guest.tell(Verb.RESOLVED, question, Field.Outcome.FAILED, "");
    }
}
