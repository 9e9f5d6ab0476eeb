package dev.plumbline.trial;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * One world on its way through a scenario's steps, with what was drawn for it and what the steps have put into it.
 *
 * @see Trials
 */
public final class Trial implements AutoCloseable {
    private final int number;
    private final Draws draws;
    private final World world;
    private final Map<Object, Object> things = new HashMap<>();
    private final Map<String, Object> choices = new LinkedHashMap<>();
    private @Nullable Finding finding;
    private Map<String, Object> holding = Map.of();

    Trial(int number, Draws draws, World world) {
        this.number = number;
        this.draws = draws;
        this.world = world;
    }

    /** Which of the scenario's trials it is, from 0. */
    public int number() {
        return number;
    }

    /** Its network, its clock and what happened there. */
    public World world() {
        return world;
    }

    /** Does something in this world after so long, whatever happens meanwhile. */
    public void later(Duration delay, Runnable action) {
        var unused = world.timeline().after(delay, action);
    }

    /** The value called {@code name}, drawn the first time it is asked for. */
    public <T> T draw(String name, Arbitrary<T> arbitrary) {
        return draws.draw(name, arbitrary);
    }

    /** Everything drawn so far, by name. */
    public Map<String, Object> drawn() {
        Map<String, Object> all = new LinkedHashMap<>(draws.values());
        all.putAll(choices);
        return all;
    }

    /** Notes a value that was not drawn, but that a reader of a failure wants to see next to those that were. */
    public void show(String name, Object value) {
        choices.put(name, value);
    }

    /** Keeps a thing for later steps: the only one of its class, or the newest. */
    public <T> T put(T thing) {
        things.put(thing.getClass(), thing);
        return thing;
    }

    /** Keeps a thing under a name of its own. */
    public <T> T put(String name, T thing) {
        things.put(name, thing);
        return thing;
    }

    /**
     * The thing of this class that an earlier step has put here.
     *
     * @throws IllegalStateException if there is none: the scenario's steps do not fit together
     */
    public <T> T the(Class<T> kind) {
        return kind.cast(require(kind));
    }

    /** The thing that an earlier step has put here under a name. */
    public <T> T the(String name, Class<T> kind) {
        return kind.cast(require(name));
    }

    /** The thing of this class, if an earlier step has put one here. */
    public <T> Optional<T> maybe(Class<T> kind) {
        return Optional.ofNullable(kind.cast(things.get(kind)));
    }

    /** The thing that an earlier step has put here under a name, if one has. */
    public <T> Optional<T> maybe(String name, Class<T> kind) {
        return Optional.ofNullable(kind.cast(things.get(name)));
    }

    /** The laws that were broken in its world, except the one that it ended by: the first finding of each. */
    List<Finding> besides() {
        Map<String, Finding> broken = new LinkedHashMap<>();
        world.findings().forEach(law -> broken.putIfAbsent(String.valueOf(law.requirement()), law));
        finding().map(Finding::requirement).ifPresent(broken::remove);
        return broken.values().stream().map(world::explained).toList();
    }

    /** What it takes for it to hold, as far as anybody has tried: another value for one of its draws, by name. */
    Map<String, Object> holding() {
        return holding;
    }

    void holdsWith(Map<String, Object> others) {
        holding = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** What is wrong with it, if anything is. */
    Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    void fail(Finding what) {
        if (finding == null) {
            finding = what;
        }
    }

    void replaceFinding(Finding what) {
        finding = what;
    }

    Draws draws() {
        return draws;
    }

    ShrinkPath path() {
        return draws.path();
    }

    /** Switches its hosts off. */
    @Override
    public void close() {
        world.close();
    }

    private Object require(Object key) {
        Object thing = things.get(key);
        if (thing == null) {
            String name = key instanceof Class<?> kind ? kind.getSimpleName() : key.toString();
            throw new IllegalStateException("no earlier step of the scenario has provided: " + name);
        }
        return thing;
    }
}
