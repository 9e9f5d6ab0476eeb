package dev.plumbline.spi;

/** A provider that lends its other layers to a TCP that comes alone, so that a course can judge one layer. */
public interface LayerLender extends StackProvider {
    /** A whole stack around {@code tcp}: it has the TCP's name, and claims what both claim together. */
    StackProvider around(TcpLayerProvider tcp);
}
