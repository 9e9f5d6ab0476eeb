Feature: RFC 6335 section 6: port 0
  The number 0 is reserved: nobody has this port. An application that names it has no wish of its own, and the stack chooses for it.

  Rule: Nothing reaches anybody at port 0
    @RFC6335/PORT-ZERO @needs:UDP
    Scenario: A datagram for port 0 reaches no application
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to port 0
      Then no application receives anything
      And the endpoint sends back nothing, or that no application has the port

    @RFC6335/PORT-ZERO @needs:TCP
    Scenario: Whoever listens, and leaves the port to the stack, does not get port 0
      Given the endpoint's application listens on port 0
      When a SYN arrives at any number
      Then the endpoint answers with nothing or a reset that fits
      And the endpoint's application is told nothing
