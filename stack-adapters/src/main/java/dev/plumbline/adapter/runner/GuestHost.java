package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.adapter.line.Words;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** A host of the suite's world as the stack in this JVM sees it. */
final class GuestHost implements Host {
    /** A word of the protocol has room for so much. */
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final int number;
    private final Line line;
    private final List<Link> links = new ArrayList<>();
    private final List<Ipv4Address> moreAddresses = new ArrayList<>();
    private final List<Ipv4Prefix> destinations = new ArrayList<>();
    private final List<Integer> linksOfRoutes = new ArrayList<>();
    private final List<Ipv4Address> nameServers = new ArrayList<>();
    private final Map<Integer, Runnable> reminders = new HashMap<>();
    private final Queue<Runnable> handedIn = new ConcurrentLinkedQueue<>();
    private final RandomGenerator random;
    private Duration now = Duration.ZERO;
    private int lastReminder;

    GuestHost(int number, Line line) {
        this.number = number;
        this.line = line;
        this.random = new SuitesNumbers(number, line)::next;
    }

    void time(long nanos) {
        now = Duration.ofNanos(nanos);
    }

    /** Heeds what is said about the network before the host is switched on, and by {@code boot} itself. */
    void heed(LineMessage message) {
        Words words = message.words();
        switch (message.verb()) {
            case LINK -> links.add(link(words, words.number(Field.LINK)));
            case BOOT -> links.add(0, link(words, 0));
            case ADDRESS -> moreAddresses.add(words.address(Field.ADDRESS));
            case ROUTE -> {
                destinations.add(new Ipv4Prefix(words.address(Field.ADDRESS), words.number(Field.PREFIX)));
                linksOfRoutes.add(words.number(Field.LINK));
            }
            case NAME_SERVER -> nameServers.add(words.address(Field.ADDRESS));
            default -> throw new IllegalArgumentException("not about the network: " + message);
        }
    }

    /** Does what it asked to be reminded of. */
    void remind(int reminder) {
        Runnable action = reminders.remove(reminder);
        if (action != null) {
            action.run();
        }
    }

    /** Tells the suite of the work that was handed in: to be called at the end of a turn. */
    void handOver() {
        for (Runnable work = handedIn.poll(); work != null; work = handedIn.poll()) {
            line.say(Verb.SOON, number, remember(work));
        }
    }

    /** Tells an application of this host something. */
    void tell(Verb event, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        line.tell(event, all);
    }

    @Override
    public List<Link> links() {
        return List.copyOf(links);
    }

    @Override
    public List<Ipv4Address> moreAddresses() {
        return List.copyOf(moreAddresses);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < destinations.size(); i++) {
            routes.add(new Route(destinations.get(i), links.get(linksOfRoutes.get(i))));
        }
        return routes;
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return List.copyOf(nameServers);
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        line.requireMine("transmit");
        if (link.index() >= links.size()) {
            throw new IllegalArgumentException("this host has no link " + link.index());
        }
        if (link.index() == 0) {
            line.say(Verb.TX, number, datagram);
        } else {
            line.say(Verb.TX_ON, number, link.index(), datagram);
        }
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        line.requireMine("after");
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is zero or more, found " + delay);
        }
        int reminder = remember(action);
        line.say(Verb.AFTER, number, reminder, delay.compareTo(FOREVER) < 0 ? delay.toNanos() : Long.MAX_VALUE);
        return () -> {
            line.requireMine("after(...).cancel");
            if (reminders.remove(reminder) != null) {
                line.say(Verb.CANCEL, number, reminder);
            }
        };
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void execute(Runnable action) {
        handedIn.add(action);
    }

    @Override
    public void log(String text) {
        line.requireMine("log");
        line.say(Verb.LOG, number, LineMessage.plain(text));
    }

    private int remember(Runnable action) {
        lastReminder++;
        reminders.put(lastReminder, action);
        return lastReminder;
    }

    private static Link link(Words words, int index) {
        return new Link(index, words.address(Field.ADDRESS), words.number(Field.PREFIX), words.number(Field.MTU));
    }
}
