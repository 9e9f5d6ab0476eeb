/* UDP (RFC 768): ports and a checksum. Two mistakes are in it; -DREPAIR_LENGTH and -DREPAIR_PORTS repair them. */
#include "stack.h"

#include <string.h>

enum { PORTS = 64, FIRST_OF_OURS = 49152 };

static struct {
    int socket; /* 0: this place is free */
    uint16_t port;
} ports[PORTS];

static int place_of_port(unsigned port) {
    for (int i = 0; i < PORTS; i++)
        if (ports[i].socket && ports[i].port == port) return i;
    return -1;
}

static int place_of_socket(int socket) {
    for (int i = 0; i < PORTS; i++)
        if (ports[i].socket == socket) return i;
    return -1;
}

void udp_receive(uint32_t from, uint32_t to, const uint8_t *datagram, size_t size) {
    if (size < UDP_HEADER) return;
#ifdef REPAIR_LENGTH
    size_t length = get16(datagram + 4);
    if (length < UDP_HEADER || length > size) return; /* the sender may say what it likes */
#else
    size_t length = size;
#endif
    /* Zero: the sender computed none. */
    if (get16(datagram + 6) && checksum_with_pseudo_header(from, to, PROTOCOL_UDP, datagram, length)) return;
    int place = place_of_port(get16(datagram + 2));
    if (place >= 0)
        world_deliver(ports[place].socket, from, (uint16_t) get16(datagram), datagram + UDP_HEADER, length - UDP_HEADER);
}

/* A free port from 49152 on, where RFC 6335 section 6 lets anybody have one. */
static uint16_t choose(void) {
    unsigned start = world_random() % (65536 - FIRST_OF_OURS);
    for (unsigned i = 0;; i++) {
        unsigned port = FIRST_OF_OURS + (start + i) % (65536 - FIRST_OF_OURS);
        if (place_of_port(port) < 0) return (uint16_t) port;
    }
}

const char *udp_open(int socket, uint16_t *port) {
    int place = place_of_socket(0);
    if (place < 0) return "INSUFFICIENT_RESOURCES there is no room for more ports";
    if (*port == 0) *port = choose();
#ifdef REPAIR_PORTS
    if (place_of_port(*port) >= 0) return "PORT_IN_USE another application has this UDP port";
#endif
    ports[place].socket = socket;
    ports[place].port = *port;
    return NULL;
}

const char *udp_send(int socket, uint32_t to, uint16_t port, const uint8_t *data, size_t length) {
    static uint8_t datagram[LARGEST];
    int place = place_of_socket(socket);
    if (place < 0) return "CONNECTION_CLOSING the port is closed";
    if (!ip_is_host(to)) return "INVALID_DESTINATION no host has this address";
    if (UDP_HEADER + length > LARGEST - IP_HEADER) return "TOO_LARGE";
    put16(datagram, ports[place].port);
    put16(datagram + 2, port);
    put16(datagram + 4, (unsigned) (UDP_HEADER + length));
    put16(datagram + 6, 0);
    memcpy(datagram + UDP_HEADER, data, length);
    unsigned sum = checksum_with_pseudo_header(my_address, to, PROTOCOL_UDP, datagram, UDP_HEADER + length);
    put16(datagram + 6, sum ? sum : 0xffff); /* zero would say that there is none */
    ip_send(PROTOCOL_UDP, to, datagram, UDP_HEADER + length);
    return NULL;
}

void udp_close(int socket) {
    int place = place_of_socket(socket);
    if (place >= 0) ports[place].socket = 0;
}

void udp_close_all(void) {
    memset(ports, 0, sizeof ports);
}
