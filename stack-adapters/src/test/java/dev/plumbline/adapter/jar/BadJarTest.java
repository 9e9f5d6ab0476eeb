package dev.plumbline.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.adapter.testing.JarMaker;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a jar before anything is judged: each is one sentence. */
@Timeout(60)
class BadJarTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void beImpatient() {
        System.setProperty("plumbline.turn", "2");
    }

    @AfterEach
    void bePatient() {
        System.clearProperty("plumbline.turn");
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(why("jar:" + folder.resolve("none.jar")))
                .isEqualTo("there is no file " + folder.resolve("none.jar"));
    }

    @Test
    void aFileThatIsNoJar() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");
        assertThat(why("jar:" + text)).startsWith(text + " is no jar (");
    }

    @Test
    void aPathThatIsNone() {
        assertThat(why("jar:\0")).contains("is no path");
    }

    @Test
    void aJarWithoutProvider() {
        assertThat(why(new JarMaker(folder).type("Stack1", "{}")))
                .isEqualTo(
                        "there is no provider in it: it needs a file META-INF/services/dev.plumbline.spi.StackProvider"
                                + " with the name of a class that implements it");
    }

    @Test
    void aFolderWithoutProvider() {
        assertThat(why("jar:" + folder)).startsWith("there is no provider in it");
    }

    @Test
    void aJarWithTwoProviders() {
        assertThat(why(new JarMaker(folder).provider("One", "").provider("Two", "")))
                .isEqualTo("there are 2 providers in it, One and Two; say which with #NAME behind the path");
    }

    @Test
    void oneOfTwoProvidersIsChosenByItsClassOrItsName() {
        Path jar = new JarMaker(folder)
                .provider("One", "public String name() { return \"first\"; }")
                .provider("Two", "public Set<Capability> capabilities() { return Set.of(Capability.TCP); }")
                .make();
        assertThat(why("jar:" + jar + "#Two")).isEmpty();
        assertThat(why("jar:" + jar + "#first")).isEmpty();
        assertThat(why("jar:" + jar + "#third"))
                .isEqualTo("no single provider in it is called 'third'; there is One and Two");
    }

    @Test
    void aBrokenProviderBesideTheChosenOneDoesNotMatter() {
        Path jar = new JarMaker(folder)
                .provider("Good", "")
                .service("com.example.Missing")
                .make();
        assertThat(why("jar:" + jar + "#Good")).isEmpty();
        assertThat(why("jar:" + jar)).isEqualTo("it names the provider com.example.Missing, but has no such class");
    }

    @Test
    void aClassThatIsMissing() {
        assertThat(why(new JarMaker(folder)
                        .provider("Needs", "Helper helper = new Helper();")
                        .type("Helper", "{}")
                        .without("Helper")))
                .isEqualTo("the constructor of its provider Needs threw java.lang.NoClassDefFoundError: Helper");
    }

    @Test
    void aClassThatIsNoProvider() {
        assertThat(why(new JarMaker(folder).type("Plain", "{}").service("Plain")))
                .isEqualTo("its class Plain is no provider: it implements neither StackProvider nor TcpLayerProvider");
    }

    @Test
    void aProviderWithoutPublicConstructor() {
        assertThat(why(new JarMaker(folder).provider("Hidden", "private Hidden() {}")))
                .isEqualTo("its provider Hidden has no public constructor without parameters");
    }

    @Test
    void aConstructorThatThrows() {
        assertThat(why(new JarMaker(folder)
                        .provider("Bad", "public Bad() { throw new IllegalStateException(\"no licence\"); }")))
                .isEqualTo("the constructor of its provider Bad threw java.lang.IllegalStateException: no licence");
    }

    @Test
    void aStaticInitializerThatThrows() {
        assertThat(why(new JarMaker(folder).provider("Bad", "static int one = 1 / (one = 0);")))
                .startsWith("the constructor of its provider Bad threw")
                .contains("ArithmeticException");
    }

    @Test
    void capabilitiesThatThrow() {
        assertThat(why(new JarMaker(folder)
                        .provider(
                                "Bad", "public Set<Capability> capabilities() { return Set.of((Capability) null); }")))
                .isEqualTo("capabilities() of its provider Bad threw java.lang.NullPointerException");
    }

    @Test
    void aNameThatIsNull() {
        assertThat(why(new JarMaker(folder).provider("Bad", "public String name() { return null; }")))
                .isEqualTo("name() of its provider Bad returned null");
    }

    @Test
    void aConstructorThatHangs() {
        assertThat(why(new JarMaker(folder).provider("Slow", "public Slow() { while (true) {} }")))
                .startsWith("the stack did not come back within 2 s (an endless loop?) in the constructor of Slow");
    }

    @Test
    void aConstructorThatEndsItsProcess() {
        assertThat(why(new JarMaker(folder).provider("Quits", "public Quits() { System.exit(3); }")))
                .startsWith("the stack ended its process with exit code 3 in the constructor of Quits");
    }

    @Test
    void capabilitiesThatEndTheProcess() {
        assertThat(why(new JarMaker(folder)
                        .provider("Quits", "public Set<Capability> capabilities() { System.exit(0); return null; }")))
                .startsWith("the stack ended its process with exit code 0 in capabilities() of Quits");
    }

    @Test
    void aProviderThatWritesToTheLine() {
        assertThat(
                        why(
                                new JarMaker(folder)
                                        .provider(
                                                "Chatty",
                                                "public Chatty() { try { new java.io.FileOutputStream(java.io.FileDescriptor.out)"
                                                        + ".write(\"Hello\\n\".getBytes()); } catch (java.io.IOException e) { throw new Error(e); } }")))
                .startsWith("the stack wrote to its standard output what does not belong there (in the line 'Hello'")
                .contains("in the constructor of Chatty");
    }

    @Test
    void aProviderThatSaysWhyItCannotRun() {
        assertThat(why(new JarMaker(folder)
                        .provider(
                                "Picky",
                                "public Optional<String> unavailable() { return Optional.of(\"it is Sunday\"); }")))
                .isEqualTo("it is Sunday");
    }

    @Test
    void aProviderInRealTime() {
        assertThat(why(new JarMaker(folder).provider("Real", "public TimeBase timeBase() { return TimeBase.REAL; }")))
                .startsWith("Real lives in real time");
    }

    @Test
    void whatAProviderPrintsDoesNoHarm() {
        assertThat(why(new JarMaker(folder)
                        .provider(
                                "Prints",
                                "public Prints() { System.out.println(\"tx 1 45\"); System.out.print('x'); }")))
                .isEmpty();
    }

    @Test
    void otherNamesAreNotForJars() {
        assertThat(new JarLocator().locate("reference")).isEmpty();
        assertThat(new ClassLocator().locate("jar:x")).isEmpty();
        assertThat(new InProcessLocator().locate("class:x")).isEmpty();
    }

    @Test
    void aClassThatIsNotOnTheClassPath() {
        try (StackProvider forked =
                new ClassLocator().locate("class:com.example.None").orElseThrow()) {
            assertThat(forked.unavailable()).contains("it names the provider com.example.None, but has no such class");
        }
        assertThat(new InProcessLocator()
                        .locate("in-process:com.example.None")
                        .orElseThrow()
                        .unavailable())
                .hasValueSatisfying(why -> assertThat(why).contains("ClassNotFoundException: com.example.None"));
    }

    private String why(JarMaker jar) {
        return why("jar:" + jar.make());
    }

    /** Why it cannot run; empty if it can. */
    private static String why(String name) {
        Optional<StackProvider> located = new JarLocator().locate(name);
        try (StackProvider provider = located.orElseThrow()) {
            return provider.unavailable().orElse("");
        }
    }
}
