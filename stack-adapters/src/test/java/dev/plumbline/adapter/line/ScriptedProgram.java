package dev.plumbline.adapter.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A program in this JVM that does what a test says; it ends when the script does. */
final class ScriptedProgram implements LineProgram {
    private final PipedInputStream scriptIn = new PipedInputStream();
    private final PipedOutputStream scriptOut = new PipedOutputStream();
    private final OutputStream input;
    private final InputStream output;

    /** What the program does. */
    interface Script {
        void run(Lines lines) throws IOException;
    }

    private ScriptedProgram() {
        try {
            input = new PipedOutputStream(scriptIn);
            output = new PipedInputStream(scriptOut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program that runs {@code script}. */
    static ScriptedProgram running(Script script) {
        ScriptedProgram program = new ScriptedProgram();
        Thread thread = new Thread(() -> program.play(script), "scripted program");
        thread.setDaemon(true);
        thread.start();
        return program;
    }

    private void play(Script script) {
        try (scriptIn;
                scriptOut) {
            script.run(new Lines());
        } catch (IOException e) {
            // the suite has gone: so does the program
        }
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public String obituary() {
        return "it is a script";
    }

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.of(0);
    }

    @Override
    public void end() {
        kill();
    }

    @Override
    public void kill() {
        try {
            scriptIn.close();
            scriptOut.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's side of the conversation. */
    final class Lines {
        private final BufferedReader in = new BufferedReader(new InputStreamReader(scriptIn, StandardCharsets.UTF_8));

        /** Writes a line. */
        void say(String line) throws IOException {
            scriptOut.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            scriptOut.flush();
        }

        /** The next line; ends the script if there is none. */
        String hear() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the suite has gone");
            }
            return line;
        }

        /** Hears a call and answers it: {@code ok}, its number, {@code answer}. */
        void agree(String answer) throws IOException {
            say("ok " + hear().split(" ", -1)[1] + " " + answer);
        }
    }
}
