/* The Internet checksum (RFC 1071 section 1), and numbers in network byte order. */
#include "stack.h"

unsigned get16(const uint8_t *at) {
    return (unsigned) at[0] << 8 | at[1];
}

uint32_t get32(const uint8_t *at) {
    return (uint32_t) get16(at) << 16 | get16(at + 2);
}

void put16(uint8_t *at, unsigned value) {
    at[0] = (uint8_t) (value >> 8);
    at[1] = (uint8_t) value;
}

void put32(uint8_t *at, uint32_t value) {
    put16(at, value >> 16);
    put16(at + 2, value & 0xffff);
}

static uint32_t sum(const uint8_t *octets, size_t length) {
    uint32_t sum = 0;
    for (; length > 1; octets += 2, length -= 2) sum += get16(octets);
    return length ? sum + ((uint32_t) octets[0] << 8) : sum;
}

static uint16_t fold(uint32_t sum) {
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t) ~sum;
}

uint16_t checksum(const uint8_t *octets, size_t length) {
    return fold(sum(octets, length));
}

/* With the pseudo-header of RFC 768 in front. */
uint16_t checksum_with_pseudo_header(uint32_t from, uint32_t to, int protocol, const uint8_t *octets, size_t length) {
    uint8_t pseudo[12];
    put32(pseudo, from);
    put32(pseudo + 4, to);
    put16(pseudo + 8, (unsigned) protocol);
    put16(pseudo + 10, (unsigned) length);
    return fold(sum(pseudo, sizeof pseudo) + sum(octets, length));
}
