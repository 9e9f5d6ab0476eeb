package dev.plumbline.adapter.line;

import dev.plumbline.spi.TcpSetting;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** What {@code set} can set, each with one number for its value. */
@SuppressWarnings("ImmutableEnumChecker") // functions without a memory
public enum SettingName {
    /** 1: Nagle's algorithm is off; 0: it is on. */
    NO_DELAY(TcpSetting.NoDelay.class, setting -> bit(setting.on()), value -> new TcpSetting.NoDelay(isOn(value))),
    /** 1: the peer of an idle connection is asked whether it is still there; 0: it is not. */
    KEEP_ALIVE(
            TcpSetting.KeepAlive.class, setting -> bit(setting.on()), value -> new TcpSetting.KeepAlive(isOn(value))),
    /** How many nanoseconds it is idle before that. */
    KEEP_ALIVE_INTERVAL(
            TcpSetting.KeepAliveInterval.class,
            setting -> setting.idle().toNanos(),
            value -> new TcpSetting.KeepAliveInterval(Duration.ofNanos(value))),
    /** After how many nanoseconds without an acknowledgment the connection is given up. */
    USER_TIMEOUT(
            TcpSetting.UserTimeout.class,
            setting -> setting.limit().toNanos(),
            value -> new TcpSetting.UserTimeout(Duration.ofNanos(value))),
    /** 1: the application wants to hear of troubles that may pass; 0: it does not. */
    ERROR_REPORTS(
            TcpSetting.ErrorReports.class,
            setting -> bit(setting.on()),
            value -> new TcpSetting.ErrorReports(isOn(value))),
    /** The Diffserv codepoint of all segments, 0 to 63. */
    DIFFSERV(TcpSetting.Diffserv.class, TcpSetting.Diffserv::codepoint, value -> new TcpSetting.Diffserv(small(value))),
    /** The Time to Live of all segments, 1 to 255. */
    TIME_TO_LIVE(
            TcpSetting.TimeToLive.class,
            TcpSetting.TimeToLive::routers,
            value -> new TcpSetting.TimeToLive(small(value)));

    private final Class<? extends TcpSetting> type;
    private final ToLongFunction<TcpSetting> writer;
    private final LongFunction<? extends TcpSetting> reader;

    <S extends TcpSetting> SettingName(Class<S> type, ToLongFunction<S> writer, LongFunction<S> reader) {
        this.type = type;
        this.writer = setting -> writer.applyAsLong(type.cast(setting));
        this.reader = reader;
    }

    /** The name of a setting. */
    public static SettingName of(TcpSetting setting) {
        return Arrays.stream(values())
                .filter(name -> name.type.isInstance(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no name for " + setting));
    }

    /** Its value as a number. */
    public long value(TcpSetting setting) {
        return writer.applyAsLong(setting);
    }

    /**
     * The setting with this name and value.
     *
     * @throws MalformedLine if there is none with such a value
     */
    public static TcpSetting parse(Words words) {
        SettingName name = (SettingName) words.value(Field.SETTING);
        long value = (Long) words.value(Field.VALUE);
        try {
            return name.reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedLine(words.format().strip(), "a value that " + name + " can have");
        }
    }

    private static long bit(boolean on) {
        return on ? 1 : 0;
    }

    /** A larger one no setting has; it is refused like any other that is too large. */
    private static int small(long value) {
        return (int) Math.min(Integer.MAX_VALUE, value);
    }

    private static boolean isOn(long value) {
        if (value > 1) {
            throw new IllegalArgumentException("neither 0 nor 1");
        }
        return value == 1;
    }
}
