Feature: RFC 768: how much a datagram holds
  A length of 16 bits ends at 65535. What is longer is no datagram.

  Rule: What is too long does not leave as something shorter
    @RFC768/LARGEST
    Scenario: More than a datagram can hold does not leave at all
      Given the endpoint's application waits for datagrams on any port
      When it sends more than a datagram can hold to any port of the peer
      Then the peer receives nothing of it
      And another datagram still reaches the peer
