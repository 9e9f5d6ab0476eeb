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

  Rule: A port may be listened on while a connection is opened from it
    @RFC9293/MUST-42
    Scenario Outline: In <state>, who listens on the port of the connection gets those of other clients
      Given a connection in <state>
      When another application of the endpoint listens on the port of the connection
      And a second client connects to the same port
      Then the second client gets its connection

      Examples:
        | state                                  |
        | SYN-SENT                               |
        | SYN-RECEIVED after a simultaneous open |

    @RFC9293/MUST-42
    Scenario: Who listens on another port does not keep anybody from that
      Given the endpoint's application listens on port 80
      And a connection in SYN-SENT
      When another application of the endpoint listens on the port of the connection
      And a second client connects to the same port
      Then the second client gets its connection

  Rule: On a host with several addresses an application may choose one of them
    @RFC9293/MUST-43
    Scenario: Who connects from one of the addresses has it in every segment
      Given the endpoint has several addresses
      When the endpoint's application connects to the peer from one of them
      Then it gets a connection
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that local address since then

    @RFC9293/MUST-43
    Scenario Outline: Applications that listen at <where> get the connections to their own addresses
      Given the endpoint has several addresses
      And applications of the endpoint listen on any port, at <where>
      When a client connects to that port at each of the endpoint's addresses
      Then exactly who comes where somebody waits gets a connection, with whoever waits there

      Examples:
        | where        |
        | one of them  |
        | each of them |

  Rule: A connection keeps its local address
    @RFC9293/MUST-45
    Scenario: Who connects from no address in particular has the chosen one in every segment
      Given the endpoint has several addresses
      When the endpoint's application connects to the peer from whichever of them is chosen for it
      Then it gets a connection
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that local address since then

    @RFC9293/MUST-45
    Scenario: Who listens at all addresses answers from the one that the client has connected to
      Given the endpoint has several addresses
      And applications of the endpoint listen on any port, at all of them
      When a client connects to that port at each of the endpoint's addresses
      Then exactly who comes where somebody waits gets a connection, with whoever waits there
      And all that these applications send comes from the address that the client has connected to
