Feature: RFC 9293 section 3.9.1.1: OPEN
  An application that waits for connections opens passively, one that connects opens actively. Each OPEN is for a connection
  of its own.

  Rule: Nobody connects to many hosts at once
    @RFC9293/MUST-46
    Scenario: OPEN to a broadcast or multicast address is refused
      Given a connection in CLOSED
      When the endpoint's application calls OPEN to any broadcast or multicast address
      Then the call is refused

  Rule: A passive OPEN affects no connection that there is already
    @RFC9293/MUST-41
    Scenario Outline: Whoever listens on the port of a connection that the <opener> has opened does not disturb it
      Given a connection that the <opener> has opened, starting at any sequence number
      When another application of the endpoint listens on the port of the connection, or is refused
      And the peer sends any data
      Then the endpoint's application receives exactly what the peer sent
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |
