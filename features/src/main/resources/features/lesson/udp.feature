Feature: UDP
  UDP is IP with ports and a checksum, hardly more. It asks nobody for permission, remembers nothing and repairs nothing:
  what is sent may arrive, once, twice or never, in any order. An application that needs more builds it itself.

  Rule: UDP stands in the same layer as TCP
    @UDP-1
    Scenario: TCP and UDP each have the port numbers to themselves
      Given the endpoint's application waits for datagrams on any port
      When the endpoint's application listens on the same port
      And the peer sends any data to it
      And a client at the peer connects to the same port
      And the peer sends any data
      Then the endpoint's application receives exactly that data
      And the endpoint's application receives exactly what the peer sent

  Rule: UDP is IP plus ports and a checksum
    @UDP-2
    Scenario: The header is eight octets: two ports, a length, a checksum
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the endpoint's packet has a UDP header of eight octets with the right ports, length and checksum

    @UDP-2
    Scenario: A checksum that comes out as zero is sent as all ones
      Given the endpoint's application waits for datagrams on any port
      When it sends data whose checksum comes out as zero to any port of the peer
      Then the endpoint's packet has all ones in its UDP checksum

    @UDP-2
    Scenario: If adding the carry to the checksum carries once more, that is added, too
      Given the endpoint's application waits for datagrams on any port
      When it sends data for whose checksum the carry must be added twice to any port of the peer
      Then the endpoint's packet has a UDP header of eight octets with the right ports, length and checksum

    @UDP-2
    Scenario: A checksum that carried twice is right
      Given the endpoint's application waits for datagrams on any port
      When the peer sends data for whose checksum the carry must be added twice to it
      Then the endpoint's application receives exactly that data

    @UDP-2
    Scenario: A checksum of all ones is right where it stands for zero
      Given the endpoint's application waits for datagrams on any port
      When the peer sends data whose checksum comes out as zero to it
      Then the endpoint's application receives exactly that data

    @UDP-2
    Scenario: A datagram without a checksum is taken
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, without a checksum
      Then the endpoint's application receives exactly that data

    @UDP-2
    Scenario: A length that cannot be is not believed
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, with any wrong UDP length
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

    @UDP-2
    Scenario: What the length does not count is none of the data
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, with other octets behind what its length counts
      Then the endpoint's application receives that data once, or nothing
      And another datagram still reaches the endpoint's application

  Rule: There is no handshake: the first datagram already carries data
    @UDP-3
    Scenario: The first packet out carries the data
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the endpoint's packet has an IP header, a UDP header and exactly that data

    @UDP-3
    Scenario: The first packet in is delivered, and nobody is asked
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it
      Then the endpoint's application receives exactly that data
      And the endpoint sends back nothing

  Rule: Neither delivery nor order is guaranteed
    @UDP-4
    Scenario: What is lost stays lost, and nobody asks for it
      Given the endpoint and the peer are joined by a network that loses any of the packets to the endpoint
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams to it
      Then the endpoint's application receives exactly those that were not lost
      And the endpoint sends back nothing

    @UDP-4
    Scenario: Datagrams are delivered as they arrive, whatever their order, each as often as it comes
      Given the endpoint and the peer are joined by a network that delivers packets to the endpoint in any order, some of them twice
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams to it
      Then the endpoint's application receives them in the order and as often as they arrive

    @UDP-4
    Scenario: Two datagrams are never joined, one is never split
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams of any size to it
      Then the endpoint's application receives them one by one

  Rule: What an application needs beyond that, it builds itself above UDP
    @UDP-5
    Scenario: An application that wants an answer asks until it gets one
      Given the endpoint and the peer are joined by a network that loses any of the first packets
      And the endpoint's application waits for datagrams on any port
      When it sends any question to any port of the peer, again each second until it is answered with the answer
      Then the endpoint's application receives the answer
      And each of them leaves in a packet of its own, once
