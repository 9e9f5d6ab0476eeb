/* IP (RFC 791): headers, and fragments in both directions. */
#include "stack.h"

#include <string.h>

enum { MORE_FRAGMENTS = 0x2000, OFFSET = 0x1fff, UNIT = 8, TIME_TO_LIVE = 64, BEGUN = 16, PATIENCE = 60 };

/* A datagram of which not all has come (RFC 791 section 3.2). */
struct begun {
    int timer; /* 0: this place is free */
    uint8_t key[12];
    uint8_t octets[LARGEST];
    uint8_t there[LARGEST / UNIT + 1];
    size_t header; /* of the first piece, which is the header of the whole */
    size_t length; /* 0: not known yet */
};

uint32_t my_address;
static uint32_t my_broadcast; /* of the network that this host is in */
static int my_mtu;
static unsigned identification;
static struct begun begun[BEGUN];

void ip_start(uint32_t address, int prefix, int mtu) {
    my_address = address;
    my_broadcast = prefix < 32 ? address | 0xffffffffu >> prefix : address;
    my_mtu = mtu;
    identification = world_random();
}

/* Not zero, not multicast, not broadcast. */
int ip_is_host(uint32_t address) {
    return address >> 24 != 0 && address >> 24 < 224;
}

/* Nobody sends from an address that no host can have (RFC 1122 section 3.2.1.3); 127 is for a host with itself. */
static int can_be_from(uint32_t address) {
    return ip_is_host(address) && address >> 24 != 127 && (address != my_broadcast || address == my_address);
}

/* For this host alone, or for all. */
static int is_for_me(uint32_t address) {
    return address == my_address || address == my_broadcast || address == 0xffffffffu;
}

/* A minute has passed: what is not whole now never will be (RFC 1122 section 3.3.2). */
void ip_forget(int timer) {
    for (int i = 0; i < BEGUN; i++)
        if (begun[i].timer == timer) begun[i].timer = 0;
}

/* Which datagram a fragment belongs to; a new one if to none, or NULL if there is no room. */
static struct begun *find(const uint8_t key[12]) {
    struct begun *room = NULL;
    for (int i = 0; i < BEGUN; i++) {
        if (begun[i].timer && !memcmp(begun[i].key, key, 12)) return begun + i;
        if (!begun[i].timer) room = begun + i;
    }
    if (room) {
        memset(room, 0, sizeof *room);
        memcpy(room->key, key, 12);
        room->timer = world_after_seconds(PATIENCE);
    }
    return room;
}

/* Takes a fragment; returns the whole datagram if that was its last piece. */
static struct begun *collect(const uint8_t *header, const uint8_t *payload, size_t length) {
    size_t offset = (get16(header + 6) & OFFSET) * UNIT;
    int more = (get16(header + 6) & MORE_FRAGMENTS) != 0;
    uint8_t key[12];
    memcpy(key, header + 12, 8);
    memcpy(key + 8, header + 4, 2);
    key[10] = header[9];
    key[11] = 0;
    if (offset + length > LARGEST - IP_HEADER || (more && length % UNIT)) return NULL;
    struct begun *whole = find(key);
    if (!whole) return NULL;
    memcpy(whole->octets + offset, payload, length);
    memset(whole->there + offset / UNIT, 1, (length + UNIT - 1) / UNIT);
    if (!offset) whole->header = (header[0] & 15) * 4u;
    if (!more) whole->length = offset + length;
    if (!whole->length || memchr(whole->there, 0, (whole->length + UNIT - 1) / UNIT)) return NULL;
    whole->timer = 0;
    return whole->header + whole->length > LARGEST ? NULL : whole;
}

/* What comes in: only what is whole, right and for this host is handed up. */
void ip_receive(const uint8_t *datagram, size_t length) {
    if (length < IP_HEADER || datagram[0] >> 4 != 4) return;
    size_t header = (datagram[0] & 15) * 4u, total = get16(datagram + 2);
    if (header < IP_HEADER || total < header || total > length || checksum(datagram, header) != 0) return;
    uint32_t from = get32(datagram + 12), to = get32(datagram + 16);
    if (!can_be_from(from) || !is_for_me(to)) return;
    const uint8_t *payload = datagram + header;
    size_t size = total - header;
    if (get16(datagram + 6) & (MORE_FRAGMENTS | OFFSET)) {
        struct begun *whole = collect(datagram, payload, size);
        if (!whole) return;
        payload = whole->octets;
        size = whole->length;
    }
    if (datagram[9] == PROTOCOL_UDP) udp_receive(from, to, payload, size);
}

/* In pieces, if it does not fit into the link (RFC 791 section 2.3). */
void ip_send(int protocol, uint32_t to, const uint8_t *payload, size_t length) {
    static uint8_t packet[LARGEST];
    size_t most = (size_t) (my_mtu - IP_HEADER), at = 0;
    identification++;
    do {
        size_t size = length - at <= most ? length - at : most / UNIT * UNIT;
        memset(packet, 0, IP_HEADER);
        packet[0] = 0x45;
        put16(packet + 2, (unsigned) (IP_HEADER + size));
        put16(packet + 4, identification & 0xffff);
        put16(packet + 6, (unsigned) (at / UNIT) | (at + size < length ? MORE_FRAGMENTS : 0));
        packet[8] = TIME_TO_LIVE;
        packet[9] = (uint8_t) protocol;
        put32(packet + 12, my_address);
        put32(packet + 16, to);
        put16(packet + 10, checksum(packet, IP_HEADER));
        memcpy(packet + IP_HEADER, payload + at, size);
        world_transmit(packet, IP_HEADER + size);
        at += size;
    } while (at < length);
}
