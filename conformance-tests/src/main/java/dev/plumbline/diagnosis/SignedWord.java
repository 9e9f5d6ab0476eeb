package dev.plumbline.diagnosis;

import dev.plumbline.wire.Octets;

/** How two octets are put together by somebody who forgets their signs, in an int. */
enum SignedWord {
    HIGH_AND_LOW_ADDED {
        @Override
        int word(int high, int low) {
            return ((byte) high << 8) + (byte) low;
        }
    },
    HIGH {
        @Override
        int word(int high, int low) {
            return ((byte) high << 8) + low;
        }
    },
    LOW_ADDED {
        @Override
        int word(int high, int low) {
            return (high << 8) + (byte) low;
        }
    },
    HIGH_AND_LOW_JOINED {
        @Override
        int word(int high, int low) {
            return (byte) high << 8 | (byte) low;
        }
    },
    LOW_JOINED {
        @Override
        int word(int high, int low) {
            return high << 8 | (byte) low;
        }
    },
    LOW_JOINED_TO_16_BITS {
        @Override
        int word(int high, int low) {
            return ((byte) high << 8 | (byte) low) & ONES;
        }
    };

    private static final int ONES = 0xffff;

    abstract int word(int high, int low);

    int checksum(Summed summed) {
        int all = sum(summed.pseudo().addresses())
                + summed.pseudo().protocol()
                + summed.pseudo().length()
                + sum(summed.octets());
        int once = (all & ONES) + (all >>> 16);
        return ~((once & ONES) + (once >>> 16)) & ONES;
    }

    private int sum(Octets octets) {
        int sum = 0;
        for (int i = 0; i < octets.length(); i += 2) {
            sum += word(octets.u8(i), i + 1 < octets.length() ? octets.u8(i + 1) : 0);
        }
        return sum;
    }
}
