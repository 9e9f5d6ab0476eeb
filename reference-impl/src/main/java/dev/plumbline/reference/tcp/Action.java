package dev.plumbline.reference.tcp;

import dev.plumbline.ip.Ecn;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;

/** What a TCP machine wants done: its only way to affect the world (RFC 9293 section 3.9). */
public sealed interface Action {
    /** Hand a segment to IP, with this in the ECN field of its datagram (RFC 3168 section 6.1). */
    record Transmit(TcpSegment segment, Ecn ecn) implements Action {}

    /** Let a timer run, anew if it is running already. */
    record StartTimer(TimerKind timer, Duration delay) implements Action {}

    /** Stop a timer. */
    record StopTimer(TimerKind timer) implements Action {}

    /** Tell the user of an event. */
    record Tell(Signal signal) implements Action {}

    /** Tell the user that the connection failed. */
    record Fail(TcpError error) implements Action {}

    /** Forget the connection: the TCB is deleted. */
    record Delete() implements Action {}

    /** One method for each action. */
    interface Performer {
        /** For {@link Transmit}. */
        void transmit(TcpSegment segment, Ecn ecn);

        /** For {@link StartTimer}. */
        void start(TimerKind timer, Duration delay);

        /** For {@link StopTimer}. */
        void stop(TimerKind timer);

        /** For {@link Tell}. */
        void tell(Signal signal);

        /** For {@link Fail}. */
        void fail(TcpError error);

        /** For {@link Delete}. */
        void delete();
    }

    /** Has the method of this action called. */
    default void performBy(Performer performer) {
        if (this instanceof Transmit transmit) {
            performer.transmit(transmit.segment(), transmit.ecn());
        } else if (this instanceof StartTimer start) {
            performer.start(start.timer(), start.delay());
        } else if (this instanceof StopTimer stop) {
            performer.stop(stop.timer());
        } else if (this instanceof Tell tell) {
            performer.tell(tell.signal());
        } else if (this instanceof Fail fail) {
            performer.fail(fail.error());
        } else {
            performer.delete();
        }
    }
}
