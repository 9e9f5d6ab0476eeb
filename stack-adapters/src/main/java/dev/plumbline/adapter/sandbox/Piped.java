package dev.plumbline.adapter.sandbox;

import java.io.InputStream;
import java.io.OutputStream;

/** A program that is spoken to through pipes, wherever it runs. */
abstract class Piped implements Confined {
    private final Pipes pipes;

    Piped(Pipes pipes) {
        this.pipes = pipes;
    }

    Pipes pipes() {
        return pipes;
    }

    @Override
    public OutputStream input() {
        return pipes.input();
    }

    @Override
    public InputStream output() {
        return pipes.output();
    }

    @Override
    public InputStream errors() {
        return pipes.errors();
    }
}
