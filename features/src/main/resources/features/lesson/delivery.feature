Feature: TCP: guaranteed delivery
  IP may lose packets, damage them or deliver them twice, and tells nobody. TCP makes up for it: the receiver says up to which
  octet it has everything, the sender keeps what is not acknowledged and sends it again, and if that is of no use for a long
  time, the application is told. What TCP never does is to leave octets out in silence.

  Rule: The receiver answers for the data it got
    @DEL-1
    Scenario Outline: Any data is acknowledged when the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer sends any data in segments of any size
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @DEL-1
    Scenario: An acknowledgment may wait for company, but not for long
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in one segment
      Then the endpoint acknowledges everything that the peer has sent within half a second

    @RFC9293/SHLD-19
    Scenario: Every second full-sized segment is acknowledged
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in any even number of full-sized segments
      Then no acknowledgment covers more than two of these segments

    @DEL-1
    Scenario: What has not arrived is not acknowledged
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments of any size, but any one of them is lost on the way
      Then the endpoint acknowledges only what came before the gap
      And the endpoint never sends an acknowledgment of what was lost or of anything behind it

    @DEL-1
    Scenario: Data that arrives twice is acknowledged twice, and delivered once
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any data in one segment
      And the endpoint acknowledges everything that the peer has sent
      When the peer sends the same data once more
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application receives exactly what the peer sent

    @DEL-1 @closing
    Scenario: The end of the stream is acknowledged, too
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data
      And the peer closes
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application receives exactly what the peer sent
      And the endpoint's application is told that the peer has closed

    @DEL-1 @closing
    Scenario: The end of the stream that arrives twice is acknowledged twice
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any data
      And the peer closes
      And the endpoint acknowledges everything that the peer has sent
      When the peer sends the end of its stream once more
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application is told that the peer has closed

    @RFC9293/MUST-13 @DEL-1 @closing
    Scenario: The end of the stream that arrives twice is acknowledged twice by an endpoint that has closed first
      Given a connection in TIME-WAIT
      When a FIN arrives where the FIN was
      Then the endpoint answers with what it expects next

    @DEL-1
    Scenario: An acknowledgment is not acknowledged
      Given a connection that the peer has opened, starting at any sequence number
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with nothing

    @DEL-1
    Scenario: Data beyond the window is not taken, and its sender is told what is expected
      Given a connection that the peer has opened, starting at any sequence number
      When data arrives right of the window
      Then the endpoint answers with what it expects next
      And once the peer sends what comes next, the endpoint's application receives exactly what the peer sent

    @DEL-1 @DEL-3
    Scenario: A receiver that is slow is not flooded, and loses nothing
      Given a connection with another host
      And the endpoint's application takes no data for a while
      When the peer's application sends any stream, more than the receiver has room for
      And nothing else happens for a long time
      And the endpoint's application takes its data at last
      Then the endpoint's application receives exactly what the peer sent

  Rule: Without an answer the sender sends again, and in the end gives up with an error
    @DEL-2
    Scenario Outline: What nobody acknowledges is sent again when the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint sends the data
      And the endpoint sends the data again
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @DEL-2
    Scenario: The peer's own data is no answer
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      And the peer sends many octets of its own, but acknowledges nothing
      Then the endpoint sends the data
      And the endpoint sends the data again meanwhile
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

    @RFC6298/MINIMUM
    Scenario: The sender does not lose patience too soon
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      Then the endpoint sends the data
      And the endpoint sends the data again
      And at least one second lies between the two

    @DEL-2
    Scenario: What is acknowledged is not sent again
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends any data, and nobody answers
      And the endpoint sends the data
      And the endpoint sends the data again
      When the peer acknowledges everything that arrives
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint never sends again what is acknowledged

    @DEL-2
    Scenario: Of what is acknowledged in part the rest is sent again
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      And the peer acknowledges any part of it
      Then the endpoint sends the rest again
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

    @DEL-2 @closing
    Scenario: The end of the stream is sent again like an octet
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data, but the end of its stream is lost on the way
      And the endpoint's application closes
      Then the endpoint sends the end of its stream
      And the endpoint sends the end of its stream again
      And the peer receives exactly what the endpoint's application sent

    @DEL-2
    Scenario Outline: In the end the application is told when the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      Then in the end the endpoint's application is told that nobody answers

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC5681/FAST-RETRANSMIT
    Scenario: Three acknowledgments that say the same tell sooner than a timeout what is missing
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint sends the lost segment again before a timeout could tell it
      And the peer receives exactly what the endpoint's application sent

    @RFC9293/WINDOW @DEL-3
    Scenario: No more is sent than the peer's window takes
      Given a connection that the peer has opened, with a window of any size
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint never sends anything beyond the peer's window
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

    @RFC9293/WINDOW
    Scenario: The end of a stream needs room in the window, too
      Given a connection that the peer has opened, with a window of any size
      When the endpoint's application sends as much data as the window takes, and nobody answers
      And the endpoint's application closes
      Then the endpoint never sends anything beyond the peer's window
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

    @RFC9293/MUST-16 @LAY-4
    Scenario: No segment is larger than the peer has said that it takes
      Given a connection that the peer has opened, with an MSS of any size
      When the endpoint's application sends any data
      Then the endpoint never sends a segment larger than the peer takes
      And the peer receives exactly what the endpoint's application sent

    @RFC9293/MUST-15 @LAY-4
    Scenario: A peer that does not say how much it takes gets segments of 536 octets
      Given a connection that the peer has opened, without an MSS
      When the endpoint's application sends any data
      Then the endpoint never sends a segment larger than the peer takes
      And the peer receives exactly what the endpoint's application sent

    @RFC9293/MUST-36 @DEL-2
    Scenario: A window that is closed is probed, and the data follows when it opens
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      Then the endpoint sends a window probe
      And the endpoint sends a window probe again
      And once the peer opens its window, the peer receives exactly what the endpoint's application sent

    @RFC9293/MUST-37
    Scenario: A window may stay closed for as long as the peer likes
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      And nothing else happens for a long time
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent

    @RFC9293/MUST-56
    Scenario: News of trouble on the way does not end the connection
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data, and nobody answers
      And the peer reports with any ICMP message that it did not get through this time
      Then once the peer answers again, the peer receives exactly what the endpoint's application sent

  Rule: The application never misses bytes in silence
    @DEL-3
    Scenario Outline: A stream to another host arrives whole over a network that <harms> packets
      Given a network that <harms> any packets
      And a connection with another host
      When the endpoint's application sends any stream
      Then the peer's application receives exactly what the endpoint's application sent

      Examples:
        | harms     |
        | loses     |
        | doubles   |
        | damages   |
        | mistreats |

    @DEL-3
    Scenario Outline: A stream from another host arrives whole over a network that <harms> packets
      Given a network that <harms> any packets
      And a connection with another host
      When the peer's application sends any stream
      Then the endpoint's application receives exactly what the peer's application sent

      Examples:
        | harms     |
        | loses     |
        | doubles   |
        | damages   |
        | mistreats |

    @DEL-3
    Scenario: Over a network that breaks the sender learns that not everything has arrived
      Given a network that breaks after any packets
      And a connection with another host
      When the endpoint's application sends any stream
      Then in the end the peer has everything, or the beginning of it, and the endpoint's application is told so

    @DEL-3
    Scenario: The application takes as much as it asks for, and the rest waits
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application takes no data for a while
      And the peer sends any data
      And the endpoint acknowledges everything that the peer has sent
      When the endpoint's application takes one octet
      And the endpoint's application takes its data at last
      Then the endpoint's application receives exactly what the peer sent

    @DEL-3
    Scenario: Nothing from behind a gap reaches the application before the gap is filled
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments of any size, but any one of them is lost on the way
      Then the endpoint's application receives nothing but what came before the gap
      And once the peer sends again what is missing, the endpoint's application receives exactly what the peer sent

    @DEL-3 @closing
    Scenario: The stream has not ended while octets are missing
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments of any size, but any one of them is lost on the way
      And the peer closes
      Then the endpoint's application is not told that the peer has closed
      And once the peer sends again what is missing, the endpoint's application receives exactly what the peer sent
      And the endpoint's application is told that the peer has closed

    @DEL-3
    Scenario: A segment that arrives damaged is as good as lost
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in one segment with one bit turned over
      Then the endpoint's application receives nothing but what came before the gap
      And the endpoint never sends an acknowledgment of what was lost or of anything behind it
      And once the peer sends again what is missing, the endpoint's application receives exactly what the peer sent

    @DEL-3 @closing
    Scenario: A reset is an error and not the end of the stream
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any data in one segment
      And the endpoint's application receives exactly what the peer sent
      When a reset arrives at the left edge
      Then the endpoint's application is told that the connection was reset
      And the endpoint's application is not told that the peer has closed

    @DEL-3 @closing
    Scenario: A peer that has closed still hears everything
      Given a connection that the peer has opened, starting at any sequence number
      And the peer closes
      And the endpoint's application is told that the peer has closed
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
