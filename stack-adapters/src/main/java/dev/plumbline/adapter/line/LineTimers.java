package dev.plumbline.adapter.line;

import dev.plumbline.spi.Host;
import dev.plumbline.spi.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** What a program in virtual time has asked to be reminded of, for one host. */
final class LineTimers {
    private final Host host;
    private final IntConsumer expired;
    private final Map<Integer, Timer> running = new HashMap<>();

    LineTimers(Host host, IntConsumer expired) {
        this.host = host;
        this.expired = expired;
    }

    /** Does what AFTER, CANCEL or SOON asks for. */
    void heed(LineMessage message) {
        int timer = message.words().number(Field.TIMER);
        switch (message.verb()) {
            case AFTER -> {
                if (running.containsKey(timer)) {
                    throw new MalformedLine(message.format(), "the number of a timer that does not run already");
                }
                running.put(timer, host.after(Duration.ofNanos(message.words().nanos()), () -> expire(timer)));
            }
            case CANCEL -> cancel(timer);
            case SOON -> host.execute(() -> expired.accept(timer));
            default -> throw new IllegalArgumentException("not about a timer: " + message);
        }
    }

    private void expire(int timer) {
        running.remove(timer);
        expired.accept(timer);
    }

    private void cancel(int timer) {
        Timer started = running.remove(timer);
        if (started != null) {
            started.cancel();
        }
    }
}
