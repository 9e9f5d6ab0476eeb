package dev.plumbline.adapter.runner;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TcpLayerProvider;
import dev.plumbline.spi.TimeBase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The providers that a student's class path names, and which of them is meant. Each step is announced before it is taken. */
final class Candidates {
    /** Before the name of a class that no service entry need name. */
    static final String CLASS = "class:";

    private static final List<Class<?>> SERVICES = List.of(StackProvider.class, TcpLayerProvider.class);

    private final URLClassLoader loader;
    private final String wanted;
    private final Consumer<String> announce;

    /** There is no stack to run; the message is a sentence that says why. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }
    }

    /** The provider that is meant, with what it says of itself. */
    record Chosen(StackProvider provider, String name, Set<Capability> capabilities, Map<String, String> settings) {}

    /**
     * Looks at nothing yet.
     *
     * @param wanted {@code class:} and a class; or which of those that the services' files name: its class, or what its stack
     *     calls itself; empty if there is only one
     * @param announce told what is done next
     */
    Candidates(List<Path> classPath, String wanted, Consumer<String> announce) {
        this.loader = new URLClassLoader(
                classPath.stream().map(Candidates::url).toArray(URL[]::new), Candidates.class.getClassLoader());
        this.wanted = wanted;
        this.announce = announce;
    }

    /**
     * Makes the provider and asks what is to be known of it.
     *
     * @throws Unusable if that fails
     */
    Chosen choose() {
        Thread.currentThread().setContextClassLoader(loader);
        StackProvider provider = theOne();
        String type = provider.getClass().getName();
        String name = asked(type, "name()", provider::name);
        Set<Capability> capabilities = asked(type, "capabilities()", provider::capabilities);
        if (asked(type, "timeBase()", provider::timeBase) != TimeBase.VIRTUAL) {
            throw new Unusable(type + " lives in real time, which a jar's stack cannot: it has only its host's time");
        }
        Optional<String> unavailable = asked(type, "unavailable()", provider::unavailable);
        if (unavailable.isPresent()) {
            throw new Unusable(unavailable.get());
        }
        return new Chosen(provider, name, capabilities, asked(type, "settings()", provider::settings));
    }

    private StackProvider theOne() {
        if (wanted.startsWith(CLASS)) {
            return make(load(wanted.substring(CLASS.length())));
        }
        List<Class<?>> found = named();
        List<Class<?>> meant = found.size() == 1 && wanted.isEmpty()
                ? found
                : found.stream().filter(type -> isWanted(type)).toList();
        if (meant.size() != 1) {
            meant = wanted.isEmpty()
                    ? found
                    : found.stream().filter(type -> callsItselfAsWanted(type)).toList();
        }
        if (meant.size() == 1) {
            return make(meant.get(0));
        }
        String all = found.stream().map(Class::getName).collect(Collectors.joining(" and "));
        if (found.isEmpty()) {
            throw new Unusable("there is no provider in it: it needs a file META-INF/services/"
                    + StackProvider.class.getName() + " with the name of a class that implements it");
        }
        throw new Unusable(
                wanted.isEmpty()
                        ? "there are " + found.size() + " providers in it, " + all
                                + "; say which with #NAME behind the path"
                        : "no single provider in it is called '" + wanted + "'; there is " + all);
    }

    private boolean isWanted(Class<?> type) {
        return type.getName().equals(wanted) || type.getSimpleName().equals(wanted);
    }

    private boolean callsItselfAsWanted(Class<?> type) {
        return asked(type.getName(), "name()", make(type)::name).equals(wanted);
    }

    /** The classes that the services' files name; one that this program has itself, only if there is no other. */
    private List<Class<?>> named() {
        Set<String> names = new LinkedHashSet<>();
        SERVICES.forEach(service -> names.addAll(entries("META-INF/services/" + service.getName())));
        if (names.contains(wanted)) {
            return List.of(load(wanted)); // whatever may be wrong with the others
        }
        List<Class<?>> all = new ArrayList<>();
        names.forEach(name -> all.add(load(name)));
        List<Class<?>> own =
                all.stream().filter(type -> type.getClassLoader() == loader).toList();
        return own.isEmpty() ? all : own;
    }

    private Set<String> entries(String file) {
        Set<String> names = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(loader.findResources(file))) {
                try (var reader = new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Unusable("its " + file + " cannot be read: " + e.getMessage());
        }
        return names;
    }

    private Class<?> load(String name) {
        announce.accept("while the class " + name + " was loaded");
        Class<?> type;
        try {
            type = Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new Unusable("it names the provider " + name + ", but has no such class");
        } catch (LinkageError e) {
            throw new Unusable("its provider " + name + " cannot be loaded: " + e);
        }
        if (SERVICES.stream().noneMatch(service -> service.isAssignableFrom(type))) {
            throw new Unusable(
                    "its class " + name + " is no provider: it implements neither StackProvider nor TcpLayerProvider");
        }
        return type;
    }

    private StackProvider make(Class<?> type) {
        announce.accept("in the constructor of " + type.getName());
        Object made;
        try {
            made = type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new Unusable("its provider " + type.getName() + " has no public constructor without parameters");
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new Unusable("the constructor of its provider " + type.getName() + " threw " + why);
        }
        return made instanceof TcpLayerProvider tcp ? lender().around(tcp) : (StackProvider) made;
    }

    /** Who supplies the other layers of a lone TCP: out of the stack's sight, and there only if it is one. */
    private static LayerLender lender() {
        URL[] lent = Arrays.stream(System.getProperty("plumbline.lender", "").split(File.pathSeparator, -1))
                .filter(path -> !path.isEmpty())
                .map(path -> url(Path.of(path)))
                .toArray(URL[]::new);
        ClassLoader loader = new URLClassLoader(lent, Candidates.class.getClassLoader());
        return ServiceLoader.load(StackProvider.class, loader).stream()
                .filter(found -> LayerLender.class.isAssignableFrom(found.type()))
                .map(found -> (LayerLender) found.get())
                .findFirst()
                .orElseThrow(
                        () -> new Unusable("it has a TCP alone, and there is nobody here to lend it other layers"));
    }

    private <T> T asked(String type, String method, Supplier<T> call) {
        announce.accept("in " + method + " of " + type);
        T answer;
        try {
            answer = call.get();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new Unusable(method + " of its provider " + type + " threw " + e);
        }
        if (answer == null) {
            throw new Unusable(method + " of its provider " + type + " returned null");
        }
        return answer;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }
}
