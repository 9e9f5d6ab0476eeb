Feature: The limits of IP
  IP does its best and promises nothing. It does not know whether anybody is there, whether a packet arrives, in which order
  packets arrive, or for which program one is. Who needs more needs a protocol above IP.

  Rule: A packet is sent even when nobody has the destination address, and IP does not tell the sender
    @IPL-1
    Scenario: Packets leave for an address that nobody has
      Given the endpoint's application waits for datagrams on any port
      When it sends any number of datagrams to any port of any address
      Then each of them leaves in a packet of its own, once

    @IPL-1
    Scenario: When a router says that nobody is there, IP goes on
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of any address
      And a router reports that nobody is there
      Then another datagram still reaches the peer
      And another datagram still reaches the endpoint's application

  Rule: A packet can vanish on the way
    @IPL-2
    Scenario: What is lost on the way out is lost, and nothing is sent again
      Given the endpoint and the peer are joined by a network that loses any of the packets to the peer
      And the endpoint's application waits for datagrams on any port
      When it sends any number of datagrams to any port of the peer
      Then the peer receives exactly those that were not lost
      And each of them leaves in a packet of its own, once

    @IPL-2
    Scenario: With one piece of a datagram the whole datagram is lost
      Given the endpoint and the peer are joined by a network that loses any of the packets to the endpoint
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams to it, each in two pieces
      Then the endpoint's application receives exactly those that were not lost

  Rule: Packets can arrive in another order than they were sent
    @IPL-3
    Scenario: Packets overtake each other, and IP does not put them in order
      Given the endpoint and the peer are joined by any network in which packets overtake each other
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams to it
      Then the endpoint's application receives them in the order and as often as they arrive

    @IPL-3 @needs:ICMP
    Scenario: Each packet is taken for itself, whatever its place in the order
      Given the endpoint and the peer are joined by any network in which packets overtake each other
      When the peer pings the endpoint any number of times
      Then each ping is answered once, with exactly its own data, from the address that was pinged

  Rule: Two programs behind one address cannot be told apart by IP alone
    @IPL-4
    Scenario: Only the ports tell the programs apart
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to each of them, in any order
      Then each application receives exactly what was sent to its port

    @IPL-4
    Scenario: A piece without the ports is for no program
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any short data of an octet or more to any one of them, in any pieces but the one with the ports, in any order
      Then no application receives anything
      And once the missing piece has come, each application receives exactly what was sent to its port

    @IPL-4
    Scenario: A packet of a protocol that nobody knows is for no program
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, under the number of any protocol that nobody knows
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application
