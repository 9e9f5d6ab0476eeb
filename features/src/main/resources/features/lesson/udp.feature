Feature: UDP
  UDP is IP with ports and a checksum, hardly more. It asks nobody for permission, remembers nothing and repairs nothing:
  what is sent may arrive, once, twice or never, in any order. An application that needs more builds it itself.

  Rule: UDP stands in the same layer as TCP
    @UDP-1
    Scenario: TCP and UDP each have the port numbers to themselves
      Given the endpoint's application waits for datagrams on any port
      When the endpoint's application listens on the same port
      And the peer sends any datagram to that port
      And a client at the peer connects to the same port
      And the peer sends any data
      Then the endpoint's application receives exactly that datagram
      And the endpoint's application receives exactly what the peer sent

  Rule: UDP is IP plus ports and a checksum
    @UDP-2
    Scenario: The header is eight octets: two ports, a length, a checksum
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the packet on the wire has a UDP header of eight octets with the right ports, length and checksum

    @UDP-2
    Scenario: A checksum that comes out as zero is sent as all ones
      Given the endpoint's application waits for datagrams on any port
      When it sends data whose checksum comes out as zero to any port of the peer
      Then the checksum in the UDP header is all ones

    @UDP-2
    Scenario: If adding the carry to the checksum carries once more, that is added, too
      Given the endpoint's application waits for datagrams on any port
      When it sends data for whose checksum the carry must be added twice to any port of the peer
      Then the packet on the wire has a UDP header of eight octets with the right ports, length and checksum

    @UDP-2
    Scenario: A checksum that carried twice is right
      Given the endpoint's application waits for datagrams on any port
      When a datagram arrives for whose checksum the carry must be added twice
      Then the endpoint's application receives exactly that datagram

    @UDP-2
    Scenario: A checksum of all ones is right where it stands for zero
      Given the endpoint's application waits for datagrams on any port
      When a datagram arrives whose checksum comes out as zero, and is sent as all ones
      Then the endpoint's application receives exactly that datagram

    @UDP-2
    Scenario: A datagram without a checksum is taken
      Given the endpoint's application waits for datagrams on any port
      When a datagram with any data arrives whose sender computed no checksum
      Then the endpoint's application receives exactly that datagram

    @UDP-2
    Scenario: A length that cannot be is not believed
      Given the endpoint's application waits for datagrams on any port
      When a datagram with any data arrives whose UDP length is any wrong one
      Then the endpoint's application hears nothing of it
      And a datagram that is not damaged still reaches it

  Rule: There is no handshake: the first datagram already carries data
    @UDP-3
    Scenario: The first packet out carries the data
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the first packet of the endpoint carries exactly that data

    @UDP-3
    Scenario: The first packet in is delivered, and nobody is asked
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any datagram to that port
      Then the endpoint's application receives exactly that datagram
      And the endpoint sends nothing back

  Rule: Neither delivery nor order is guaranteed
    @UDP-4
    Scenario: What is lost stays lost, and nobody asks for it
      Given a network that loses any of the packets to the endpoint
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams
      Then the endpoint's application receives exactly those that were not lost
      And the endpoint sends nothing back

    @UDP-4
    Scenario: Datagrams are delivered as they arrive, whatever their order, each as often as it comes
      Given a network that delivers packets to the endpoint in any order, some of them twice
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams
      Then the endpoint's application receives them in the order and as often as they arrive

    @UDP-4
    Scenario: Two datagrams are never joined, one is never split
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams of any size
      Then the endpoint's application receives them one by one

  Rule: What an application needs beyond that, it builds itself above UDP
    @UDP-5
    Scenario: An application that wants an answer asks until it gets one
      Given a network that loses any of the first packets
      And the endpoint's application waits for datagrams on any port
      When it asks the peer any question, and asks again each second until it is answered
      Then the endpoint's application has its answer
      And the endpoint has sent the question as often as the application asked, no more and no less
