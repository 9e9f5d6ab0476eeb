package dev.plumbline.tidy.sample;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Each method is impure in a way of its own. */
public final class Impure {
    private Impure() {}

    static Instant instant() {
        return Instant.now();
    }

    static long nanoTime() {
        return System.nanoTime();
    }

    static long milliseconds() {
        return System.currentTimeMillis();
    }

    static Clock clock() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }

    static Thread thread() {
        return new Thread(() -> {});
    }

    static ReentrantLock lock() {
        return new ReentrantLock();
    }

    static Stream<Integer> parallel() {
        return Stream.of(1).parallel();
    }

    static Stream<Integer> parallelStream() {
        return List.of(1).parallelStream();
    }

    static int random() {
        return new Random().nextInt();
    }

    static int secureRandom() {
        return new SecureRandom().nextInt();
    }

    static int threadLocalRandom() {
        return ThreadLocalRandom.current().nextInt();
    }

    static double mathRandom() {
        return Math.random();
    }

    static UUID randomUuid() {
        return UUID.randomUUID();
    }

    static RandomGenerator defaultRandom() {
        return RandomGenerator.getDefault();
    }

    static void shuffle() {
        Collections.shuffle(List.of());
    }

    static Socket socket() {
        return new Socket();
    }

    static InetAddress address() {
        return InetAddress.getLoopbackAddress();
    }

    static InputStream file() throws IOException {
        return new FileInputStream("a");
    }

    static boolean path() {
        return Files.exists(Path.of("a"));
    }

    static boolean channel() {
        return Channels.newChannel(new ByteArrayInputStream(new byte[0])).isOpen();
    }
}
