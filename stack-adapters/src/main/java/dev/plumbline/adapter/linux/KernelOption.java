package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.SettingName;

/** Which socket option is what an application asks for (tcp(7), ip(7), socket(7)). */
final class KernelOption {
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;

    private KernelOption() {}

    static void set(KernelSocket socket, SettingName name, long value) {
        switch (name) {
            case NO_DELAY -> socket.option(IPPROTO_TCP, TCP_NODELAY, (int) value);
        }
    }
}
