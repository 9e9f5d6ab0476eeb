Feature: RFC 1122 section 4.1.3: UDP and errors
  UDP promises nothing. So what the network says of a datagram that did not arrive is all that its application will ever learn.

  Rule: On a host with several addresses each datagram has one of them (section 4.1.3.5)
    @RFC1122/4.1.3.5-DESTINATION
    Scenario: An application learns at which of them a datagram has come
      Given the endpoint has several addresses
      And the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, addressed to any other address of the endpoint
      Then the endpoint's application receives it as sent to that address

    @RFC1122/4.1.3.5-DESTINATION
    Scenario: What is for everybody counts as for one of them
      Given the endpoint has several addresses
      And the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, addressed to everybody on its network
      Then the endpoint's application receives it as sent to one of its addresses

    @RFC1122/4.1.3.5-SOURCE
    Scenario: What an application sends from one of them comes from there
      Given the endpoint has several addresses
      And the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer, from any of its addresses
      Then the endpoint's packet has both addresses and both ports

    @RFC1122/4.1.3.5-SOURCE
    Scenario: Each that is sent from there comes from there
      Given the endpoint has several addresses
      And the endpoint's application waits for datagrams on any port
      When it sends several datagrams with any short data to any port of the peer, from any of its addresses
      Then the peer receives each of them from that address

  Rule: An application hears of every error about its datagrams
    @RFC1122/4.1.3.3-ERRORS
    Scenario Outline: It is told when a router reports <report>
      Given the endpoint's applications wait for datagrams on any set of ports
      When it sends any data to any port of any address
      And a router reports <report>
      Then it is told that its datagram did not arrive, and no other application is told anything

      Examples:
        | report                                       |
        | that no application has the port             |
        | that nobody there knows the protocol         |
        | that nobody is there                         |
        | that there is no way                         |
        | that the packet's time was exceeded          |
        | that something is wrong which may pass       |
