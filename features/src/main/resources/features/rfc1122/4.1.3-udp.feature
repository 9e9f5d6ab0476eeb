Feature: RFC 1122 section 4.1.3: UDP and errors
  UDP promises nothing. So what the network says of a datagram that did not arrive is all that its application will ever learn.

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
