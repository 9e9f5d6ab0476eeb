package dev.plumbline.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingHostTest {
    private static final Timer TIMER = () -> {};

    /** What is handed over, and what comes back, by its type. */
    private static final Map<Class<?>, Object> VALUES = Map.of(
            List.class,
            new ArrayList<>(),
            Link.class,
            new Link(0, Ipv4Address.parse("192.0.2.2"), 24, 1500),
            Octets.class,
            Octets.of(1, 2, 3),
            Duration.class,
            Duration.ofNanos(1234567),
            Runnable.class,
            (Runnable) () -> {},
            Timer.class,
            TIMER,
            RandomGenerator.class,
            (RandomGenerator) () -> 7,
            String.class,
            "a line");

    @ParameterizedTest
    @MethodSource
    void everyMethodIsTheOtherHosts(Method method) throws ReflectiveOperationException {
        List<Object> heard = new ArrayList<>();
        Host other = (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Host.class}, (proxy, called, arguments) -> {
                    heard.add(called);
                    heard.addAll(arguments == null ? List.of() : List.of(arguments));
                    return VALUES.get(called.getReturnType());
                });
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(VALUES::get).toArray();
        Object answer = method.invoke(new ForwardingHost(other), arguments);
        assertThat(answer).isSameAs(VALUES.get(method.getReturnType()));
        assertThat(heard).startsWith(method).endsWith(arguments).hasSize(1 + arguments.length);
    }

    static Stream<Method> everyMethodIsTheOtherHosts() {
        return Stream.of(Host.class.getMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()));
    }
}
