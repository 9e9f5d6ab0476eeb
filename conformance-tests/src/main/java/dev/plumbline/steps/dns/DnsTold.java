package dev.plumbline.steps.dns;

import dev.plumbline.application.LookUp;
import dev.plumbline.application.LookUp.Outcome;
import dev.plumbline.peer.Together;
import dev.plumbline.trial.Expectation;

/** What an application must be told of what it has looked up (RFC 1034 section 5.2.1). */
enum DnsTold {
    ADDRESSES("exactly the addresses in the book") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.withExactly(s.book().server().book().addresses(lookUp.question()), lookUp, s.lies());
        }
    },
    SAME_ADDRESSES("the same addresses as before") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.withExactly(s.lookUps().beforeThat().told(), lookUp, s.lies());
        }
    },
    NO_SUCH_NAME("that there is no such name") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.with(Outcome.NO_SUCH_NAME, lookUp);
        }
    },
    NO_ADDRESS("that the name has no address") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.with(Outcome.NO_DATA, lookUp);
        }
    },
    NO_SUCH_RECORDS("that the name has no such records") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.with(Outcome.NO_DATA, lookUp);
        }
    },
    RECORDS("of another name") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.with(Outcome.FOUND, lookUp);
        }
    },
    FAILURE("that the look-up failed") {
        @Override
        LookUpEnds of(LookUp lookUp, DnsScene s) {
            return LookUpEnds.with(Outcome.FAILED, lookUp);
        }
    };

    private final String phrase;

    DnsTold(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** What is expected of one look-up. */
    abstract LookUpEnds of(LookUp lookUp, DnsScene s);

    /** The same of all that began last. */
    Expectation by(DnsScene s) {
        return new Together(
                s.lookUps().latest().stream().map(lookUp -> of(lookUp, s)).toList());
    }
}
