Feature: TCP: connection
  Before two programs exchange data over TCP, their hosts agree to talk. The client asks (SYN), the server accepts and asks
  back (SYN and ACK), the client confirms (ACK). Each side tells the other the number at which it starts to count its octets,
  and each confirms the other's number by naming the next one it expects.

  Rule: The client asks to connect with SYN
    @HS-1
    Scenario: The first packet of a connection is a SYN
      When the endpoint's application connects to any port of the peer, from any port
      Then the endpoint sends its SYN, without ACK and without data

    @HS-1
    Scenario: Another connection asks with a SYN of its own
      When the endpoint's application connects to any port of the peer, from any two ports
      Then the endpoint sends a SYN for each connection, from a port of its own

  Rule: The server accepts and asks back, acknowledging the client's SYN
    @HS-2
    Scenario: A SYN to a listening port is answered with SYN and ACK
      Given the endpoint's application listens on any port
      When a SYN arrives at any number
      Then the endpoint answers with a SYN and ACK

    @HS-2
    Scenario: A SYN may carry options that the server does not know
      Given the endpoint's application listens on any port
      When the peer sends a SYN with any options
      Then the endpoint answers with a SYN and ACK

    @HS-2
    Scenario: A SYN that arrives twice is the same request
      Given the endpoint's application listens on any port
      And a SYN arrives at any number
      And the endpoint answers with a SYN and ACK
      When a SYN arrives where the SYN was
      Then the endpoint never sends an answer that does not acknowledge the same SYN
      And once the peer completes the handshake, the endpoint's application is told that it is connected
      And the endpoint's application is not told of another connection

    @HS-2
    Scenario: A SYN and ACK that is lost is sent again
      Given the endpoint's application listens on any port
      When a SYN arrives at any number
      Then the endpoint answers with a SYN and ACK
      And the endpoint sends its SYN and ACK again
      And once the peer completes the handshake, the endpoint's application is told that it is connected
      And the endpoint's application is not told of another connection

    @HS-6 @HS-2
    Scenario: An acknowledgment is no request to connect
      Given the endpoint's application listens on any port
      When a segment with ACK and any other flags but RST arrives at any number, acknowledging any number
      Then the endpoint answers with a reset that fits
      And the endpoint's application is told nothing

    @HS-2
    Scenario: Only a SYN asks to connect
      Given the endpoint's application listens on any port
      When a segment with any flags but SYN, ACK and RST arrives at any number
      Then the endpoint never sends anything but a reset
      And the endpoint's application is told nothing

  Rule: The client acknowledges the server's SYN
    @HS-3
    Scenario: The client confirms and is connected
      Given the endpoint's application connects to any port of the peer, from any port
      And the endpoint sends its SYN, without ACK and without data
      When a SYN and ACK arrives at any number, acknowledging everything sent
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told that it is connected

    @HS-3
    Scenario Outline: An answer that acknowledges <another> is refused
      Given the endpoint's application connects to any port of the peer, from any port
      And the endpoint sends its SYN, without ACK and without data
      When a SYN and ACK arrives at any number, acknowledging <another>
      Then the endpoint answers with a reset that fits
      And the endpoint's application is told nothing

      Examples:
        | another             |
        | what was never sent |
        | not even the SYN    |

  Rule: Data is sent only once the connection is there
    @HS-4
    Scenario: The client keeps its data back until the handshake is done
      When the endpoint's application connects to any port of the peer, from any port
      And the endpoint's application sends any data, and nobody answers
      Then the endpoint sends its SYN, without ACK and without data
      And the endpoint never sends anything but its SYN before the peer has answered
      And once the peer answers with a SYN and ACK, the peer receives exactly what the endpoint's application sent

    @HS-4
    Scenario: The server takes data that rides on the client's ACK
      Given the endpoint's application listens on any port
      And a SYN arrives at any number
      And the endpoint answers with a SYN and ACK
      When the peer sends any data in one segment
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application receives exactly what the peer sent

  Rule: After the handshake both sides know that the other can hear and answer
    @HS-5
    Scenario Outline: Both directions work when the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer sends any data
      And the endpoint's application sends any data
      Then the endpoint's application receives exactly what the peer sent
      And the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @HS-5 @RFC9293/MUST-10
    Scenario: Both may ask at the same time
      Given the endpoint's application connects to any port of the peer, from any port
      And the endpoint sends its SYN, without ACK and without data
      When a SYN arrives at any number
      Then the endpoint answers with a SYN and ACK
      And once the peer completes the handshake, the endpoint's application is told that it is connected

    @HS-5
    Scenario: A connection is logical: silence does not end it
      Given a connection that the peer has opened, starting at any sequence number
      When nothing else happens for a long time
      And the peer sends any data
      Then the endpoint's application receives exactly what the peer sent

    @HS-5
    Scenario: A second SYN does not start the connection anew
      Given a connection that the peer has opened, starting at any sequence number
      When a SYN arrives inside the window
      Then the endpoint answers with what it expects next or a reset
      And the connection is ESTABLISHED

    @HS-5
    Scenario: A reset ends the connection, and the application learns that
      Given a connection that the peer has opened, starting at any sequence number
      When a reset arrives at the left edge
      Then the endpoint's application is told that the connection was reset

    @HS-5
    Scenario: The handshake survives a network that loses packets
      Given a network that loses any of the first packets
      When the endpoint's application connects to an application on the other host
      Then both applications are told that they are connected

    @HS-5
    Scenario: The server's part in the handshake survives such a network, too
      Given a network that loses any of the first packets
      When the peer's application connects to an application on the other host
      Then both applications are told that they are connected

    @HS-5
    Scenario: The server is not connected before the client has confirmed
      Given the endpoint's application listens on any port
      When a SYN arrives at any number
      Then the endpoint answers with a SYN and ACK
      And the endpoint's application is told nothing
      And once the peer completes the handshake, the endpoint's application is told that it is connected
      And the endpoint's application is not told of another connection

    @HS-5
    Scenario Outline: The client confirms by naming the number after the server's SYN, not by acknowledging <another>
      Given the endpoint's application listens on any port
      And a SYN arrives at any number
      And the endpoint answers with a SYN and ACK
      When an acknowledgment arrives at the left edge, acknowledging <another>
      Then the endpoint's application is told nothing
      And the endpoint answers with a reset that fits or what it expects next

      Examples:
        | another             |
        | what was never sent |
        | not even the SYN    |

    @HS-5
    Scenario Outline: A reset that arrives <outside> ends nothing
      Given a connection that the peer has opened, starting at any sequence number
      When a reset arrives <outside>
      Then the endpoint's application is told nothing
      And once the peer sends what comes next, the endpoint's application receives exactly what the peer sent

      Examples:
        | outside             |
        | left of the window  |
        | right of the window |

    @HS-5
    Scenario: When a connection is over, the server still listens
      Given a connection that the peer has opened, starting at any sequence number
      And the peer acknowledges everything that arrives
      And the peer closes
      And the endpoint's application is told that the peer has closed
      And the endpoint's application closes
      And the endpoint sends the end of its stream
      When another client at the peer connects to the same port
      And each client sends any data, in any order
      Then the endpoint's application receives each client's data on that client's connection

  Rule: Without an answering server there is no connection, and the client learns that
    @HS-6
    Scenario: The server's host has no such application
      Given the endpoint's application connects to any port of the peer, from any port
      And the endpoint sends its SYN, without ACK and without data
      When a reset with ACK arrives at any number, acknowledging everything sent
      Then the endpoint's application is told that the connection was refused

    @HS-6
    Scenario: A reset that acknowledges nothing is no refusal
      Given the endpoint's application connects to any port of the peer, from any port
      And the endpoint sends its SYN, without ACK and without data
      When a reset arrives at any number
      Then the endpoint's application is told nothing
      And once the peer answers with a SYN and ACK, the endpoint's application is told that it is connected

    @HS-6
    Scenario Outline: A reset that acknowledges <another> is no refusal
      Given the endpoint's application connects to any port of the peer, from any port
      And the endpoint sends its SYN, without ACK and without data
      When a reset with ACK arrives at any number, acknowledging <another>
      Then the endpoint's application is told nothing
      And once the peer answers with a SYN and ACK, the endpoint's application is told that it is connected

      Examples:
        | another             |
        | what was never sent |
        | not even the SYN    |

    @HS-6
    Scenario: Nobody answers at all
      When the endpoint's application connects to any port of the peer, from any port
      Then the endpoint sends its SYN, without ACK and without data
      And the endpoint sends its SYN, without ACK and without data again
      And in the end the endpoint's application is told that there is no connection

    @HS-6
    Scenario: A SYN to a port without an application is refused
      Given a connection in CLOSED
      When a SYN arrives at any number
      Then the endpoint answers with a reset that fits

    @HS-6
    Scenario: A segment that belongs to no connection is refused
      Given a connection in CLOSED
      When a segment with any flags but RST arrives at any number, acknowledging any number
      Then the endpoint answers with a reset that fits

    @HS-6
    Scenario Outline: Where there is no connection, <segment> is not answered
      Given a connection in CLOSED
      When <segment> arrives at any number, acknowledging any number
      Then the endpoint answers with nothing

      Examples:
        | segment          |
        | a reset          |
        | a reset with ACK |
