Feature: The limits of IP
  IP does its best and promises nothing. It does not know whether anybody is there, whether a packet arrives, in which order
  packets arrive, or for which program one is. Who needs more needs a protocol above IP.

  Rule: A packet is sent even when nobody has the destination address, and IP does not tell the sender
    @IPL-1
    Scenario: Packets leave for an address that nobody has
      Given the endpoint's application waits for datagrams on any port
      When it sends any number of datagrams to any address, and nobody answers
      Then each of them leaves in a packet of its own, once

    @IPL-1
    Scenario: When a router says that nobody is there, IP goes on
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any address
      And a router reports that nobody is there
      Then what the application sends to the peer next arrives there, and what the peer sends arrives here

  Rule: A packet can vanish on the way
    @IPL-2
    Scenario: What is lost on the way out is lost, and nothing is sent again
      Given a network that loses any of the packets to the peer
      And the endpoint's application waits for datagrams on any port
      When it sends any number of datagrams to the peer
      Then the peer receives exactly those that were not lost
      And the endpoint has sent each of them once, and nothing again

    @IPL-2
    Scenario: With one piece of a datagram the whole datagram is lost
      Given a network that loses any of the packets to the endpoint
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams, each in two pieces
      Then the endpoint's application receives exactly those of which no piece was lost

  Rule: Packets can arrive in another order than they were sent
    @IPL-3
    Scenario: Packets overtake each other, and IP does not put them in order
      Given any network in which packets overtake each other
      And the endpoint's application waits for datagrams on any port
      When the peer sends any number of datagrams
      Then the endpoint's application receives each of them once, in the order in which they arrive

    @IPL-3 @needs:ICMP
    Scenario: Each packet is taken for itself, whatever its place in the order
      Given any network in which packets overtake each other
      When the peer pings the endpoint any number of times
      Then each ping is answered once, whatever the order in which they arrive

  Rule: Two programs behind one address cannot be told apart by IP alone
    @IPL-4
    Scenario: Only the ports tell the programs apart
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends each of them a datagram with any data, in any order
      Then each application receives exactly its own data

    @IPL-4
    Scenario: A piece without the ports is for no program
      Given the endpoint's applications wait for datagrams on any set of ports
      When the pieces without ports of a datagram for any of these ports arrive, in any order
      Then no application receives anything before the piece with the ports is there
      And once it is there, only the application with that port receives the datagram

    @IPL-4
    Scenario: A packet of a protocol that nobody knows is for no program
      Given the endpoint's application waits for datagrams on any port
      When a packet with any data of any protocol that nobody knows arrives, and looks like a datagram for that port
      Then the endpoint's application hears nothing of it
      And a datagram that is not damaged still reaches it
