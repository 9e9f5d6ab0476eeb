package dev.plumbline.suite;

import io.cucumber.core.backend.CucumberBackendException;
import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the objects that Cucumber runs a scenario with, one of a class: each is handed those that its constructor asks for. A
 * {@link StepTrace.Trace} is the scenario at work, and leads to its run. Cucumber has one factory a thread.
 */
public final class StepObjects implements ObjectFactory {
    private final Map<Class<?>, Object> made = new HashMap<>();

    /** For Cucumber, which finds it as a service. */
    public StepObjects() {}

    @Override
    public boolean addClass(Class<?> glue) {
        return true;
    }

    @Override
    public void start() {
        made.clear();
    }

    @Override
    public void stop() {
        made.clear();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        Object known = made.get(type);
        if (known == null) {
            known = type == StepTrace.Trace.class ? StepTrace.onThisThread() : make(type);
            made.put(type, known);
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new CucumberBackendException(type + " must have one public constructor");
        }
        Object[] parts = Stream.of(constructors[0].getParameterTypes())
                .map(this::getInstance)
                .toArray();
        try {
            return constructors[0].newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new CucumberBackendException(type + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new CucumberBackendException(type + " cannot be made", e);
        }
    }
}
