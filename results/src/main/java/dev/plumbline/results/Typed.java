package dev.plumbline.results;

import dev.plumbline.text.Shown;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Commands of Plumbline as somebody types them. Where the start script has said where it is, they can be pasted in any folder: all
 * paths are absolute then.
 */
final class Typed {
    /** Where the start script is. */
    private static final String SCRIPT = "plumbline.command";

    /** Where a build is at home, as Maven says to what it starts. */
    private static final String BUILD = "basedir";

    private static final String JAR = "jar:";
    private static final String EXEC = "exec:";

    private Typed() {}

    /** A command about a stack; the stack that is meant if none is named need not be. */
    static String plumbline(String words, String stack, String unnamed) {
        String script = System.getProperty(SCRIPT, "");
        String line = (script.isEmpty() ? "./plumbline" : Shown.shellWord(script)) + " " + words;
        if (stack.equals(unnamed)) {
            return line;
        }
        String whole = line + " --stack " + Shown.shellWord(script.isEmpty() ? stack : absolute(stack));
        boolean elsewhere = !script.isEmpty() && stack.startsWith(EXEC);
        // What a command's words mean depends on the folder.
        return elsewhere ? "(cd " + Shown.shellWord(here().toString()) + " && " + whole + ")" : whole;
    }

    private static String absolute(String stack) {
        if (!stack.startsWith(JAR)) {
            return stack;
        }
        int hash = stack.indexOf('#');
        String path = stack.substring(JAR.length(), hash < 0 ? stack.length() : hash);
        return JAR + here().resolve(path).normalize() + (hash < 0 ? "" : stack.substring(hash));
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }

    /** A command of the stack's own build. */
    static String maven(String words) {
        String home = System.getProperty(BUILD, "");
        Path pom = Path.of(home, "pom.xml");
        return "mvn "
                + (home.isEmpty() || !Files.isRegularFile(pom) ? "" : "-f " + Shown.shellWord(pom.toString()) + " ")
                + words;
    }
}
