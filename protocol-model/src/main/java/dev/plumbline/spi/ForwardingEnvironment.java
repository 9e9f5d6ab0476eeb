package dev.plumbline.spi;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Another one's time, chance and diary; to be extended by what hands them on, a host or a layer of one. */
public class ForwardingEnvironment implements Environment {
    private final Environment environment;

    /** Does what {@code environment} does. */
    protected ForwardingEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Duration now() {
        return environment.now();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return environment.after(delay, action);
    }

    @Override
    public RandomGenerator random() {
        return environment.random();
    }

    @Override
    public void execute(Runnable action) {
        environment.execute(action);
    }

    @Override
    public void log(String line) {
        environment.log(line);
    }
}
